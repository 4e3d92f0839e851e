"""Serves one model over HTTP and keeps the contracts that the platform states for images of models."""
