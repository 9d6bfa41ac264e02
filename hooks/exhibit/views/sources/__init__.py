"""What the sources say: the articles side by side, disputes, what is taken from each."""
