"""The exhibit's core: from YAML files to linked, checked items and the pages about them.

One line of flow, nothing backwards: load, parse, link, check, views, render. The core is pure:
only ``load`` reads the disk, only the adapters (``mkdocs_hook`` and ``cli``) print or write.
"""
