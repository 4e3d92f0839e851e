"""Trains and exports the transformer: once, by whoever changes it. Its files are small, and kept in `transformer/`."""
