"""What an item comes to: its facts, its names, what is related to it."""
