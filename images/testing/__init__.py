"""What the tests of all images have in common."""
