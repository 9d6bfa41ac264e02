"""Tidy: the fields of a data file in their usual order, the text itself untouched.

Works on the text by the positions of its nodes, so that comments, quotes, blank lines and block texts stay
as they are. A comment right above a field, and on its line, moves with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import yaml
from pydantic import BaseModel

from exhibit.model.declared import described, inner, mapping
from exhibit.reading.nodes import Loader, UnreadableError, read

Pair = tuple[yaml.Node, yaml.Node]


class TidyError(ValueError):
    """A file that cannot be put in order without touching more than its order."""


def tidy(text: str, model: type[BaseModel]) -> str:
    """The text with every mapping's fields in the order of its model.

    Raises TidyError where the text is not sound YAML, or where the order cannot be changed alone.
    """
    try:
        before = read(text).data()
        root = Loader(text).get_single_node()
        ordered = _Text(text).whole(root, model)
        after = read(ordered).data()
    except (yaml.YAMLError, UnreadableError) as error:
        raise TidyError("not sound YAML; exhibit check tells more") from error
    if before != after or _letters(text) != _letters(ordered):
        raise TidyError("its order cannot be changed without changing more; order it by hand")
    return ordered


def _letters(text: str) -> Counter[str]:
    """What must be found again in another order: every character but spaces, those of comments too."""
    return Counter("".join(text.split()))


class _Text:
    """One file's text, from which spans of nodes are copied in a new order. Spans are offsets."""

    def __init__(self, text: str) -> None:
        self.text = text

    def whole(self, root: yaml.Node, model: type[BaseModel]) -> str:
        """The whole text, with what stands before and after the fields."""
        first = isinstance(root, yaml.MappingNode) and root.value and not root.flow_style
        start = self._chunk_start(root, 0) if first else root.start_mark.index
        return self.text[:start] + self.render(root, model) + self.text[self._end(root) :]

    def render(self, node: yaml.Node, model: type[BaseModel] | None) -> str:
        """The text of a node with everything below it in order."""
        if model is not None and isinstance(node, yaml.SequenceNode):
            children = [(child, model) for child in node.value]
            return self._spliced(node.start_mark.index, self._end(node), children)
        if model is not None and isinstance(node, yaml.MappingNode):
            return self._flow(node, model) if node.flow_style else self._block(node, model)
        return self.text[node.start_mark.index : self._end(node)]

    def _end(self, node: yaml.Node) -> int:
        """Where the text of a node ends: for a block, with its last line and the comments indented like it."""
        end: int = node.end_mark.index
        if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
            return end
        last = node.value[-1]
        end = self._line_end(self._end(last[1] if isinstance(last, tuple) else last))
        while node.start_mark.column and self._is_comment(end) >= node.start_mark.column:
            end = self._line_end(end + 1)
        return end

    def _line_end(self, offset: int) -> int:
        """The start of the next line, unless the offset already is the start of one."""
        if offset == 0 or self.text[offset - 1] == "\n":
            return offset
        return self.text.find("\n", offset) + 1 or len(self.text)

    def _is_comment(self, line: int) -> int:
        """The column of the comment that the line holds (its offset given); -1 if it holds none."""
        content = self.text[line:].lstrip(" ") if line < len(self.text) else ""
        return len(self.text) - line - len(content) if content.startswith("#") else -1

    def _spliced(
        self, start: int, end: int, children: Sequence[tuple[yaml.Node, type[BaseModel] | None]]
    ) -> str:
        """A span with the nodes in it rendered."""
        parts, at = [], start
        for child, model in children:
            parts += [self.text[at : child.start_mark.index], self.render(child, model)]
            at = self._end(child)
        return "".join(parts) + self.text[at:end]

    def _flow(self, node: yaml.MappingNode, model: type[BaseModel]) -> str:
        """``{b: 1, a: 2}``: the pairs change places, what stands between them stays."""
        shape, pairs = self._shape(node, model), node.value
        texts = [
            self._spliced(k.start_mark.index, v.end_mark.index, [(v, inner(shape, k.value))])
            for k, v in pairs
        ]
        if _has_comment(self.text[node.start_mark.index : node.end_mark.index]):
            ranks = list(range(len(pairs)))
        else:
            ranks = _ranks(pairs, shape)
        parts, at = [], node.start_mark.index
        for place, rank in enumerate(ranks):
            key, value = pairs[place]
            parts += [self.text[at : key.start_mark.index], texts[rank]]
            at = value.end_mark.index
        return "".join(parts) + self.text[at : node.end_mark.index]

    def _block(self, node: yaml.MappingNode, model: type[BaseModel]) -> str:
        """Fields on lines of their own: each moves with the lines up to the next field's."""
        shape, pairs = self._shape(node, model), node.value
        starts = [self._chunk_start(node, index) for index in range(len(pairs))]
        ends = [*starts[1:], self._end(node)]
        chunks = [
            self._spliced(start, end, [(value, inner(shape, key.value))])
            for start, end, (key, value) in zip(starts, ends, pairs, strict=True)
        ]
        ranks = _ranks(pairs, shape)
        if ranks == sorted(ranks):
            return "".join(chunks)
        indent = " " * pairs[0][0].start_mark.column
        lines = [
            chunk if chunk.endswith("\n") else f"{chunk}\n" for chunk in (indent + chunks[0], *chunks[1:])
        ]
        return "".join(lines[rank] for rank in ranks).removeprefix(indent)

    def _chunk_start(self, node: yaml.Node, index: int) -> int:
        """Where the chunk of a field begins: at its line or the comments right above it.

        The first field of a part begins at its key; that of a file may have comments too, but those at the
        very top are the file's.
        """
        key = node.value[index][0].start_mark
        if index == 0 and key.column:
            return int(key.index)
        floor = self._end(node.value[index - 1][1]) if index else 0
        line: int = key.index - key.column
        while line > floor:
            above = self.text.rfind("\n", 0, line - 1) + 1
            if above < floor or not 0 <= self._is_comment(above) <= key.column:
                return line
            line = above
        return line if index else int(key.index)

    @staticmethod
    def _shape(node: yaml.MappingNode, model: type[BaseModel]) -> type[BaseModel]:
        return described(model, [key.value for key, _ in node.value])


def _ranks(pairs: Sequence[Pair], shape: type[BaseModel]) -> list[int]:
    """The places of the pairs in the order wanted; unknown fields keep their place at the end."""
    wanted = [field.name for field, _ in mapping(shape)]
    places = {name: place for place, name in enumerate(wanted)}
    return sorted(range(len(pairs)), key=lambda i: (places.get(pairs[i][0].value, len(wanted)), i))


def _has_comment(text: str) -> bool:
    return bool(re.search(r"(^|\s)#", text))
