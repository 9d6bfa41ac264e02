"""The adapter: all that knows MkDocs. It tells MkDocs what the core has made, and nothing in the core knows it."""
