"""What the sources say: those told whole side by side, disputes, what is taken from each."""
