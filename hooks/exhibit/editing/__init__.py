"""Editing: what an editor is helped with: drafts, names, the order of fields, completion."""
