"""Plain text: wrapped statutes, meeting notes, text saved from other programs."""

from dataclasses import dataclass, field

from corpus.blocks import BlockKind, ReadText
from corpus.readers.building import TextBuilder
from corpus.readers.characters import plain_characters
from corpus.readers.decoding import decode
from corpus.readers.front_matter import split_front_matter
from corpus.readers.header_lines import header_pairs
from corpus.readers.line_groups import Piece, pieces, rejoin
from corpus.readers.markers import MarkerKind, marker
from corpus.readers.markup_left import without_markup
from corpus.readers.tables import table_text
from corpus.readers.text_headings import NUMBERED_LEVEL, continues_numbering, heading_level

# A private character holds the place of tabs, which mark the columns of a pasted table.
_TAB = "\ue000"


def read_plain_text(data: bytes, file: str) -> ReadText:
    """The text of a plain text file: paragraphs stand between blank lines, and wrapped lines
    become one.

    A line that was broken off on purpose (a name in a list, ``Datum: …``) keeps its own line.
    The front matter holds the header between lines of hyphens, if there is one, else the first
    lines of the form ``Key: value``, and the first line as ``title``.
    """
    front_matter, body = split_front_matter(_with_pages_apart(decode(data, file)))
    parts = rejoin(pieces(without_markup(body)))
    writer = _Writer()
    for index, part in enumerate(parts):
        writer.add(part, parts[index + 1].text if index + 1 < len(parts) else "")
    return writer.builder.read_text(front_matter or header_pairs([part.text for part in parts]))


def _with_pages_apart(text: str) -> str:
    """A form feed becomes the run of blank lines that other notes have at a page break."""
    text = text.replace("\f", "\n\n\n\n").replace("\t", _TAB)
    return plain_characters(text).replace(_TAB, "\t")


@dataclass(slots=True)
class _Writer:
    """Adds the paragraphs. ``_number`` is the last numbered title's number; ``_in_list`` tells
    that the paragraph before is an item with a number."""

    builder: TextBuilder = field(default_factory=TextBuilder)
    _number: int = -1
    _in_list: bool = False

    def add(self, part: Piece, following: str) -> None:
        if part.is_table:
            rows = [line.split("\t") for line in part.text.split("\n")]
            self.builder.add(BlockKind.TABLE, table_text(rows))
        elif level := self._heading(part.text, following):
            self.builder.add(BlockKind.HEADING, part.text, level=level)
        elif item := marker(part.text):
            self.builder.add(BlockKind.ITEM, item.text, level=part.level)
        else:
            self.builder.add(BlockKind.PARAGRAPH, part.text)

    def _heading(self, text: str, following: str) -> int:
        level = heading_level(text, following)
        goes_on = following and not self._in_list and continues_numbering(text, self._number)
        if not level and goes_on:
            level = NUMBERED_LEVEL
        mark = marker(text)
        numbered = mark is not None and mark.kind is MarkerKind.NUMBER
        if level and mark and numbered:
            self._number = int(mark.sign[:-1])
        self._in_list = numbered and not level
        return level
