"""What every reader gives the parser, whatever the file's format."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """The part a run of text plays on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of the text, ``text[start:end]``, and the part it plays.

    ``level`` is the depth of a heading (1 outermost) or the indentation of an item (1
    outermost), otherwise 0. ``number`` is a number that the format keeps outside the text,
    such as a word processor's automatic numbering (``3.4``, ``5 §``); None elsewhere. The mark
    of a list's item (``1.``, ``a)``, ``-``) always stands in the text.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """A file's text with its blocks in reading order.

    ``text`` is plain: link targets and markup are gone, words hyphenated over a line break
    are joined, wrapped lines of a paragraph are one line, blocks stand apart by blank lines.
    ``front_matter`` holds the file's own header as key and value, lower-case keys.
    ``pages`` holds the offset at which each page begins.
    """

    text: str
    blocks: tuple[Block, ...]
    front_matter: dict[str, str]
    pages: tuple[int, ...] = ()
