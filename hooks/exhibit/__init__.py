"""The exhibit's core: from YAML files to linked, checked items and the pages about them.

One line of flow, nothing backwards: problems, model, reading, checking, editing, views, changes, pages,
exports, commands; a folder imports only from those before it. Only ``commands`` prints or writes.
"""
