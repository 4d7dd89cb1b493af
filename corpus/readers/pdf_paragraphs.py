"""Lines on pages to headings, paragraphs, items and tables."""

from dataclasses import dataclass, field

from corpus.blocks import BlockKind
from corpus.readers.building import TextBuilder
from corpus.readers.characters import tidy
from corpus.readers.joining import joint
from corpus.readers.markers import marker
from corpus.readers.pdf_breaks import Breaks
from corpus.readers.pdf_flow import Flow, TableRows
from corpus.readers.pdf_lines import Line
from corpus.readers.pdf_look import Look
from corpus.readers.tables import table_text
from corpus.readers.text_headings import heading_level


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together; the first tells what they are."""

    lines: list[Line] = field(default_factory=list)

    def pieces(self, first: str) -> list[tuple[int, str]]:
        """The text by page, joined, with ``first`` in place of the first line's text."""
        found = [(self.lines[0].page, first)]
        for line in self.lines[1:]:
            page, before = found[-1]
            text = tidy(line.text)
            cut, between = joint(before, text)
            found[-1] = (page, before[: len(before) - cut] + between)
            found.append((line.page, text))
        return found


def write_paragraphs(builder: TextBuilder, flow: Flow) -> None:
    """Append all of ``flow`` to ``builder``."""
    look = Look.of(flow)
    breaks = Breaks.of(flow, look)
    groups: list[_Paragraph | TableRows] = []
    for item in flow:
        if isinstance(item, TableRows):
            groups.append(item)
            continue
        last = groups[-1] if groups else None
        if isinstance(last, _Paragraph) and not breaks.between(last.lines, item):
            last.lines.append(item)
        else:
            groups.append(_Paragraph(lines=[item]))
    _write(builder, _joined_tables(groups), look)


def _joined_tables(groups: list[_Paragraph | TableRows]) -> list[_Paragraph | TableRows]:
    """Tables that go on over a page break made one, the repeated head row left out."""
    found: list[_Paragraph | TableRows] = []
    for group in groups:
        last = found[-1] if found else None
        if (
            isinstance(group, TableRows)
            and isinstance(last, TableRows)
            and group.page > last.page
            and len(group.rows[0]) == len(last.rows[0])
        ):
            more = group.rows[1:] if group.rows[0] == last.rows[0] else group.rows
            found[-1] = TableRows(page=last.page, rows=last.rows + more)
        else:
            found.append(group)
    return found


def _write(builder: TextBuilder, groups: list[_Paragraph | TableRows], look: Look) -> None:
    for index, group in enumerate(groups):
        if isinstance(group, TableRows):
            text = table_text(group.rows)
            if text:
                builder.add_over_pages(BlockKind.TABLE, [(group.page, text)])
            continue
        following = groups[index + 1] if index + 1 < len(groups) else None
        _write_paragraph(builder, group, _opening(following), look)


def _opening(group: _Paragraph | TableRows | None) -> str:
    if isinstance(group, _Paragraph):
        return " ".join(line.text for line in group.lines)
    return "" if group is None else " "


def _write_paragraph(
    builder: TextBuilder, paragraph: _Paragraph, following: str, look: Look
) -> None:
    first = paragraph.lines[0]
    text = " ".join(tidy(line.text) for line in paragraph.lines)
    opening = tidy(first.text)
    level = look.heading_level(paragraph.lines)
    unmarked = text[:1].isdigit() or not look.headings
    if not level and len(paragraph.lines) == 1 and unmarked:
        level = heading_level(text, following)
    item = marker(opening)
    if level:
        builder.add_over_pages(BlockKind.HEADING, paragraph.pieces(opening), level=level)
    elif item:
        builder.add_over_pages(
            BlockKind.ITEM, paragraph.pieces(item.text), level=look.item_level(first)
        )
    elif opening:
        builder.add_over_pages(BlockKind.PARAGRAPH, paragraph.pieces(opening))
