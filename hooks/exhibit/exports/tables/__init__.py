"""The claims as tables: what others compute with."""
