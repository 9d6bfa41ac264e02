"""Which institution came from which, and how long each lived."""
