"""Entries in order of time: chosen, counted, drawn."""
