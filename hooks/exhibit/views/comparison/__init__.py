"""Two organisations or two states side by side."""
