"""HTML by Beautiful Soup and lxml."""

import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString, PageElement, PreformattedString

from corpus.blocks import BlockKind, ReadText
from corpus.readers.building import TextBuilder
from corpus.readers.characters import plain_characters
from corpus.readers.decoding import decode
from corpus.readers.lettering import in_letters, in_roman
from corpus.readers.markers import marker
from corpus.readers.tables import table_text
from corpus.readers.unmarked_headings import with_unmarked_headings

_LEFT_OUT = re.compile(
    r"(script|style|noscript|template|nav|footer|aside|form|button|select|iframe|object|svg|math|"
    r"audio|video|canvas|head|title)$"
)
_BLOCK = re.compile(
    r"(address|article|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|"
    r"figure|header|hgroup|hr|html|legend|li|main|ol|p|pre|section|summary|table|ul)$"
)
_HEADING = re.compile(r"h([1-6])$")
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_WESTERN_NAMES = frozenset({"iso-8859-1", "latin1", "latin-1", "iso-8859-15", "windows-1252"})


def read_html(data: bytes, file: str) -> ReadText:
    """The text of a web page: its main part where it marks one, without script and navigation.

    ``<title>`` and ``<meta name=… content=…>`` go into the front matter.
    """
    soup = BeautifulSoup(plain_characters(_decode(data, file)), "lxml")
    builder = TextBuilder()
    main = soup.find("main") or soup.body or soup
    if isinstance(main, Tag):
        _Walker(builder=builder).walk(main)
    return with_unmarked_headings(builder.read_text(_front_matter(soup)))


def add_html(builder: TextBuilder, fragment: str) -> None:
    """Append the text of an HTML fragment to ``builder``."""
    soup = BeautifulSoup(fragment, "lxml")
    if soup.body:
        _Walker(builder=builder).walk(soup.body)


def _decode(data: bytes, file: str) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and declared[1].decode("ascii").lower() in _WESTERN_NAMES:
        return data.decode("cp1252", errors="replace")
    return decode(data, file)


def _front_matter(soup: BeautifulSoup) -> dict[str, str]:
    pairs: dict[str, str] = {}
    if soup.title and (title := " ".join(soup.title.get_text().split())):
        pairs["title"] = title
    for meta in soup.find_all("meta"):
        name, content = meta.get("name"), meta.get("content")
        if isinstance(name, str) and isinstance(content, str):
            pairs.setdefault(name.strip().lower(), " ".join(content.split()))
    return pairs


@dataclass(slots=True)
class _Walker:
    """Collects running text in ``_text`` until the next block begins or ends.

    ``_numbers`` holds the next number of each numbered list, by the identity of its tag.
    """

    builder: TextBuilder
    _text: list[str] = field(default_factory=list)
    _mark: str | None = None
    _lists: int = 0
    _numbers: dict[int, int] = field(default_factory=dict)

    def walk(self, root: Tag) -> None:
        """Every block under ``root``, without recursion: pages may nest thousands deep."""
        stack: list[tuple[PageElement, bool]] = [(root, False)]
        while stack:
            node, leaving = stack.pop()
            if leaving and isinstance(node, Tag):
                self._leave(node)
            elif isinstance(node, Tag):
                if self._enter(node):
                    stack.append((node, True))
                    stack.extend((child, False) for child in reversed(node.contents))
            elif isinstance(node, NavigableString) and not _is_markup(node):
                self._text.append(re.sub(r"\s+", " ", str(node)))
        self._flush()

    def _enter(self, tag: Tag) -> bool:
        """Begin ``tag``; false when what it holds is done with or left out."""
        heading = _HEADING.match(tag.name)
        if _LEFT_OUT.match(tag.name) or tag.has_attr("hidden"):
            return False
        if tag.name == "br":
            self._text.append("\n")
        elif heading:
            self._flush()
            text = " ".join(tag.get_text(" ").split())
            self.builder.add(BlockKind.HEADING, text, level=int(heading[1]))
            return False
        elif tag.name == "table":
            self._flush()
            self._table(tag)
            return False
        elif _BLOCK.match(tag.name):
            self._flush()
            self._lists += tag.name in {"ol", "ul"}
            if tag.name == "li":
                self._mark = self._mark_of(tag)
        return True

    def _mark_of(self, item: Tag) -> str:
        parent = item.parent
        if parent is None or parent.name != "ol":
            return "-"
        number = _whole_number(item.get("value"))
        if number is None:
            start = _whole_number(parent.get("start"))
            number = self._numbers.get(id(parent), 1 if start is None else start)
        self._numbers[id(parent)] = number + 1
        return _mark(str(parent.get("type") or ""), number)

    def _leave(self, tag: Tag) -> None:
        if _BLOCK.match(tag.name):
            self._flush()
            self._lists -= tag.name in {"ol", "ul"}

    def _table(self, table: Tag) -> None:
        rows = [
            [cell.get_text(" ") for cell in row.find_all(["td", "th"], recursive=False)]
            for row in table.find_all("tr")
            if row.find_parent("table") is table
        ]
        if max((len(row) for row in rows), default=0) > 1:
            self.builder.add(BlockKind.TABLE, table_text(rows))
        else:  # A table of one column lays out the page.
            for row in rows:
                self.builder.add(BlockKind.PARAGRAPH, " ".join(row))

    def _flush(self) -> None:
        text, self._text = "".join(self._text).strip(), []
        if not text:
            return
        if self._mark is not None:
            mark, self._mark = self._mark, None
            self.builder.add(BlockKind.ITEM, f"{mark} {text}", level=max(1, self._lists))
        elif item := marker(text):
            self.builder.add(BlockKind.ITEM, item.text, level=max(1, self._lists))
        else:
            self.builder.add(BlockKind.PARAGRAPH, text)


def _is_markup(node: NavigableString) -> bool:
    return isinstance(node, Comment | PreformattedString)


def _mark(style: str, number: int) -> str:
    """The mark a browser would show before item ``number`` of a list of ``style``, as text."""
    match style:
        case "a" | "A":
            return in_letters(number, upper=style == "A") + ")"
        case "i" | "I":
            return in_roman(number, upper=style == "I") + "."
    return f"{number}."


def _whole_number(value: object) -> int | None:
    return int(value) if isinstance(value, str) and re.fullmatch(r"\d{1,5}", value) else None
