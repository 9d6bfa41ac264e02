"""Exports: what is made of the whole exhibit besides its pages; each takes the site and gives (path, content)."""
