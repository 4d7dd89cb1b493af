"""Markdown (CommonMark and tables) by markdown-it-py."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.blocks import BlockKind, ReadText
from corpus.readers.building import TextBuilder
from corpus.readers.characters import plain_characters
from corpus.readers.decoding import decode
from corpus.readers.front_matter import split_front_matter
from corpus.readers.html import add_html
from corpus.readers.joining import join_all
from corpus.readers.markers import marker
from corpus.readers.tables import table_text
from corpus.readers.unmarked_headings import with_unmarked_headings


def read_markdown(data: bytes, file: str) -> ReadText:
    """The text of a Markdown file. Indented text is text here, never program code."""
    front_matter, body = split_front_matter(plain_characters(decode(data, file)))
    parser = MarkdownIt("commonmark").enable("table").disable("code")
    writer = _Writer()
    writer.write(parser.parse(body))
    return with_unmarked_headings(writer.builder.read_text(front_matter))


def inline_text(children: Sequence[Token]) -> str:
    """Running text without markup: links keep their words, pictures leave nothing."""
    lines = [""]
    for child in children:
        if child.type in {"text", "code_inline"}:
            lines[-1] += child.content
        elif child.type == "softbreak":
            lines.append("")
        elif child.type == "hardbreak" or child.content.lower().startswith("<br"):
            lines[-1] += "\n"
    return join_all(line.strip(" ") for line in lines)


@dataclass(slots=True)
class _Writer:
    """Walks the tokens and remembers the lists around them.

    ``marks`` holds for each open list item its mark until the item's first paragraph takes it.
    """

    builder: TextBuilder = field(default_factory=TextBuilder)
    marks: list[str | None] = field(default_factory=list)
    heading: int = 0
    rows: list[list[str]] = field(default_factory=list)
    in_table: bool = False

    def write(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            self._step(token)

    def _step(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self.heading = int(token.tag[1:])
            case "heading_close":
                self.heading = 0
            case "list_item_open":
                self.marks.append(f"{token.info}{token.markup}" if token.info else "-")
            case "list_item_close":
                self.marks.pop()
            case "inline":
                self._inline(inline_text(token.children or ()))
            case "fence":
                self.builder.add(BlockKind.PARAGRAPH, token.content)
            case "html_block":
                add_html(self.builder, token.content)
            case _:
                self._table_step(token)

    def _table_step(self, token: Token) -> None:
        match token.type:
            case "table_open":
                self.in_table, self.rows = True, []
            case "tr_open":
                self.rows.append([])
            case "table_close":
                self.in_table = False
                self.builder.add(BlockKind.TABLE, table_text(self.rows))

    def _inline(self, text: str) -> None:
        if self.in_table:
            self.rows[-1].append(text)
        elif self.heading:
            self.builder.add(BlockKind.HEADING, " ".join(text.split()), level=self.heading)
        elif self.marks and self.marks[-1] is not None:
            mark, self.marks[-1] = self.marks[-1], None
            self.builder.add(BlockKind.ITEM, f"{mark} {text}", level=len(self.marks))
        elif item := marker(text):
            self.builder.add(BlockKind.ITEM, item.text, level=len(self.marks) + 1)
        else:
            self.builder.add(BlockKind.PARAGRAPH, text)
