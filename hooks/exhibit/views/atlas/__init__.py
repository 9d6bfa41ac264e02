"""The map of any day."""
