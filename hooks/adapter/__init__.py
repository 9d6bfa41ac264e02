"""The adapter: all that knows MkDocs. It tells MkDocs what the core has made, and nothing in the core knows it.

What a developer has declared wrongly in a model is found as soon as the kinds are read, which is before anything
else of the adapter; it ends the build with one line that names it.
"""

from exhibit.model.told import ModelError
from mkdocs.exceptions import Abort

try:
    import exhibit.model.kinds  # noqa: F401  (read here for what it may raise)
except ModelError as fault:
    raise Abort(f"a model is at fault: {fault}") from None
