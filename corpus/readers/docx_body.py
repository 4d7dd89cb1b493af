"""The paragraphs and tables of a Word document, in reading order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from corpus.blocks import BlockKind
from corpus.readers.building import TextBuilder
from corpus.readers.docx_numbering import Number, Numbering
from corpus.readers.docx_styles import Element, Styles, attribute, integer
from corpus.readers.docx_text import is_bold, paragraph_text, text_boxes
from corpus.readers.markers import marker
from corpus.readers.tables import table_text

_PARAGRAPH = qn("w:p")
_TABLE = qn("w:tbl")
_CONTROL = qn("w:sdt")
_WRAPPERS = frozenset(map(qn, ("w:ins", "w:moveTo", "w:smartTag", "w:customXml")))
_DELETED = frozenset(map(qn, ("w:del", "w:moveFrom")))
_MAX_TITLE = 120
_BOLD_LEVEL = 3
_CONTENTS_LINE = re.compile(r".*(\.{4,}|\s)\d{1,3}$")


def write_body(body: Element, styles: Styles, numbering: Numbering) -> TextBuilder:
    """The document's text, from the first paragraph to the last."""
    writer = _Writer(styles=styles, numbering=numbering)
    writer.write(body)
    return writer.builder


def children(holder: Element) -> Iterator[Element]:
    """Paragraphs and tables in ``holder``, content controls and insertions looked through."""
    for child in holder:
        if child.tag in {_PARAGRAPH, _TABLE}:
            yield child
        elif child.tag == _CONTROL and not _is_contents_control(child):
            content = child.find(qn("w:sdtContent"))
            if content is not None:
                yield from children(content)
        elif child.tag in _WRAPPERS:
            yield from children(child)


def _is_contents_control(control: Element) -> bool:
    return any(
        attribute(gallery) == "Table of Contents"
        for gallery in control.iter(qn("w:docPartGallery"))
    )


@dataclass(slots=True)
class _Writer:
    styles: Styles
    numbering: Numbering
    builder: TextBuilder = field(default_factory=TextBuilder)

    def write(self, holder: Element) -> None:
        for child in children(holder):
            if child.tag == _TABLE:
                self._table(child)
            else:
                self._paragraph(child)
                for box in text_boxes(child):
                    self.write(box)

    def _paragraph(self, paragraph: Element) -> None:
        text = paragraph_text(paragraph)
        if self.styles.is_contents(paragraph) or not text.strip():
            return
        number = self.numbering.number(paragraph)
        level = self.styles.heading_level(paragraph)
        if level:
            self._heading(text, level, number)
        elif number is not None:
            self._numbered(paragraph, text, number)
        elif item := marker(text):
            self.builder.add(BlockKind.ITEM, item.text, level=self._indent(paragraph))
        elif self._looks_like_heading(paragraph, text):
            self.builder.add(BlockKind.HEADING, text, level=_BOLD_LEVEL)
        else:
            self.builder.add(BlockKind.PARAGRAPH, text)

    def _heading(self, text: str, level: int, number: Number | None) -> None:
        shown = _bare(number.text) if number and number.text else None
        self.builder.add(BlockKind.HEADING, " ".join(text.split()), level=level, number=shown)

    def _numbered(self, paragraph: Element, text: str, number: Number) -> None:
        if not number.text:
            self.builder.add(BlockKind.ITEM, f"- {text}", level=number.level)
        elif not number.outline or not number.text[:1].isdigit():
            self.builder.add(BlockKind.ITEM, f"{number.text} {text}", level=number.level)
        elif self._looks_like_heading(paragraph, text) or (number.level == 1 and _is_title(text)):
            self.builder.add(BlockKind.HEADING, text, level=number.level, number=_bare(number.text))
        else:
            self.builder.add(BlockKind.PARAGRAPH, text, number=_bare(number.text))

    @staticmethod
    def _looks_like_heading(paragraph: Element, text: str) -> bool:
        """All bold, short, and no sentence: a heading set by hand."""
        return is_bold(paragraph) and _is_title(text)

    @staticmethod
    def _indent(paragraph: Element) -> int:
        """The depth of a typed item by its left indent: one level for each half inch."""
        properties = paragraph.find(qn("w:pPr"))
        indent = None if properties is None else properties.find(qn("w:ind"))
        twips = integer(attribute(indent, "w:left") or attribute(indent, "w:start"), 0) or 0
        return 1 + min(4, max(0, twips) // 720)

    def _table(self, table: Element) -> None:
        rows = [list(self._cells(row)) for row in _rows(table)]
        if max((len(row) for row in rows), default=0) > 1:
            self.builder.add(BlockKind.TABLE, table_text(rows))
            return
        for row in _rows(table):  # A table of one column lays out the page.
            for cell in row.iter(qn("w:tc")):
                self.write(cell)
                break

    def _cells(self, row: Element) -> Iterator[str]:
        """The row's cells as text; a cell merged into the one above is empty."""
        for cell in _grid_cells(row):
            properties = cell.find(qn("w:tcPr"))
            merge = None if properties is None else properties.find(qn("w:vMerge"))
            if merge is not None and attribute(merge) != "restart":
                yield ""
                continue
            yield " ".join(self._cell_text(paragraph) for paragraph in cell.iter(_PARAGRAPH))

    def _cell_text(self, paragraph: Element) -> str:
        text = paragraph_text(paragraph)
        number = self.numbering.number(paragraph) if text.strip() else None
        return text if number is None else f"{number.text or '-'} {text}"


def _is_title(text: str) -> bool:
    text = text.strip()
    return (
        len(text) <= _MAX_TITLE
        and "\n" not in text
        and text[:1].isupper()
        and not text.endswith((".", ",", ";", ":"))
    )


def _bare(number: str) -> str:
    """A number without the full stop or bracket that closes it."""
    return number.rstrip(".):").strip()


def _rows(table: Element) -> Iterator[Element]:
    for child in table.iter(qn("w:tr")):
        properties = child.find(qn("w:trPr"))
        deleted = properties is not None and properties.find(qn("w:del")) is not None
        nearest = next(child.iterancestors(_TABLE), None)
        if nearest is table and not deleted:
            yield child


def _grid_cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag == _CONTROL:
            yield from child.iter(qn("w:tc"))
