"""What hand-written pages call for: the handbook's tables, questions answered from the data."""
