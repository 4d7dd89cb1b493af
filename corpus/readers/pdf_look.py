"""How a document looks: its body text, its headings and the indents of its items."""

from collections import Counter
from dataclasses import dataclass

from corpus.readers.markers import marker
from corpus.readers.pdf_flow import Flow
from corpus.readers.pdf_lines import Line

_LARGER = 1.08
_MAX_HEADING = 180
_MAX_HEADING_LINES = 3
_INDENT = 7.0

Style = tuple[float, bool]
"""Font size to the half point, and whether bold."""


def style(line: Line) -> Style:
    """The look of ``line``."""
    return round(line.size * 2) / 2, line.bold


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """``headings`` are the styles of headings, the most prominent first; ``indents`` the left
    edges of items in points, the outermost first."""

    body: Style
    headings: tuple[Style, ...]
    indents: tuple[float, ...]

    @classmethod
    def of(cls, flow: Flow) -> "Look":
        """Found by counting: the style of most letters is the body's."""
        lines = [item for item in flow if isinstance(item, Line)]
        letters: Counter[Style] = Counter()
        for line in lines:
            letters[style(line)] += len(line.text)
        body = letters.most_common(1)[0][0] if letters else (0.0, False)
        headings = {found for found in letters if _is_prominent(found, body)}
        return cls(
            body=body,
            headings=tuple(sorted(headings, reverse=True)),
            indents=_clusters([line.x0 for line in lines if marker(line.text)]),
        )

    def is_prominent(self, line: Line) -> bool:
        """Whether ``line`` looks like a heading: larger than the body, or bold where it is not."""
        return style(line) in self.headings

    def heading_level(self, lines: list[Line]) -> int:
        """The level (1 to 6) of the heading that ``lines`` are, else 0."""
        text = " ".join(line.text for line in lines)
        prominent = all(self.is_prominent(line) for line in lines)
        if not prominent or len(lines) > _MAX_HEADING_LINES or len(text) > _MAX_HEADING:
            return 0
        if not any(char.isalpha() for char in text) or text.endswith((",", ";")):
            return 0
        larger = lines[0].size > self.body[0] * _LARGER
        if not larger and text.endswith((".", ":")):
            return 0
        return min(6, 1 + self.headings.index(style(lines[0])))

    def item_level(self, line: Line) -> int:
        """The depth of an item by its left edge, from 1."""
        near = [abs(edge - line.x0) for edge in self.indents]
        return 1 + near.index(min(near)) if near else 1


def _is_prominent(found: Style, body: Style) -> bool:
    size, bold = found
    return size > body[0] * _LARGER or (bold and not body[1] and size >= body[0] * 0.9)


def _clusters(edges: list[float]) -> tuple[float, ...]:
    """The distinct left edges, those within 7 points being one; at most five."""
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > _INDENT:
            found.append(edge)
    return tuple(found[:5])
