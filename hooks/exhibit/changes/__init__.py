"""What changed: from the versions of the data files to the facts that were added, changed and taken out."""
