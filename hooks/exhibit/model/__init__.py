"""The model: kinds of items, what they are made of, and the words they may use."""
