"""Who belonged to what: spells, any day, the matrix."""
