"""What the constructs say that an image emits, a module for each contract. Nothing else is emitted."""
