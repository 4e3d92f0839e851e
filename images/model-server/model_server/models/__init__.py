"""A module for each kind of model: what it is asked, and how it answers."""
