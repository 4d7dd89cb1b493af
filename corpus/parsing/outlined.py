"""Agreements, guidelines and meeting notes to clauses, along their numbers and headings."""

from dataclasses import dataclass, field

from corpus.blocks import BlockKind, ReadText
from corpus.parsing.draft import Draft
from corpus.parsing.numbering import Number, Style, is_under
from corpus.parsing.outline import Entry, Part, appendix_name, read_outline
from corpus.parsing.slugs import SlugBook, slug

_WORDS_OF_A_NAME = 8
_FEWEST_UNDER_A_TITLE = 3
PREAMBLE = "inledning"
NAMELESS = "avsnitt"


def parse_outlined(read: ReadText, *, agenda: bool = False) -> list[Draft]:
    """The clauses in order.

    Ids: the number where there is one (``3.4``, ``A1``, ``5`` for § 5, ``bilaga-1:2`` in an
    appendix), else the slug of the heading path; ``inledning`` for what comes before all
    headings. Without numbers and headings each paragraph with its list is a clause, named by
    its first words. With ``agenda`` everything before item 1 is one clause.
    """
    entries = read_outline(read)
    _set_aside_title(entries, read.front_matter.get("title", ""))
    if agenda:
        _join_preamble(entries)
    bare = all(entry.part in {Part.BODY, Part.CONTENTS} for entry in entries)
    walk = _Walk(text=read.text, agenda=agenda, bare=bare)
    for entry, over in zip(entries, _stand_over(entries), strict=True):
        walk.pass_by(entry, over)
    return walk.finished()


@dataclass(slots=True, kw_only=True)
class _Heading:
    """A heading above what is being read; ``leads``: it stands right over a number."""

    level: int
    text: str
    number: Number | None = None
    leads: bool = False


@dataclass(slots=True, kw_only=True)
class _Open:
    """A clause under way: its number, the level of its heading, and where its title stands."""

    draft: Draft
    number: Number | None = None
    level: int = 0
    title: tuple[int, int] | None = None
    heading: str = ""
    path: tuple[str, ...] = ()
    in_appendix: bool = False


@dataclass(slots=True, kw_only=True)
class _Walk:
    """Where in the document the reading is."""

    text: str
    agenda: bool
    bare: bool
    opened: list[_Open] = field(default_factory=list)
    stack: list[_Heading] = field(default_factory=list)
    current: _Open | None = None
    appendix: str = ""
    levels: dict[tuple[Style, int], int] = field(default_factory=dict)
    ids: SlugBook = field(default_factory=SlugBook)

    def pass_by(self, entry: Entry, over: Entry | None) -> None:
        """Take one entry into account; ``over``: the number or appendix it is a heading for."""
        if entry.part is Part.BODY:
            self._take(entry)
        elif entry.part is Part.NUMBERED and entry.number is not None:
            self._open_number(entry, entry.number)
        elif entry.part is Part.APPENDIX:
            self.stack = [_Heading(level=0, text=_one_line(entry.text))]
            self.appendix, self.current = slug(appendix_name(entry.text)), None
        elif entry.part is Part.HEADING:
            self._pass_heading(entry, over)

    def finished(self) -> list[Draft]:
        """The drafts that are clauses: a number over mere sub-headings is none."""
        for position, one in enumerate(self.opened):
            if not one.draft.spans and one.title and not self._has_parts(position, one):
                one.draft.take(*one.title)
                one.draft.title = None
        self._leave_out_title()
        drafts = [one.draft for one in self.opened if one.draft.spans]
        for draft in drafts:
            draft.id = self.ids.keep(draft.id)
        return drafts

    def _leave_out_title(self) -> None:
        """A heading without a number over every number is the document's title, wherever on
        the first pages it stands; it tells nothing of any clause."""
        numbered = [one for one in self.opened if one.number is not None and not one.in_appendix]
        over = {one.path[:1] for one in numbered}
        if len(numbered) < _FEWEST_UNDER_A_TITLE or len(over) > 1 or over == {()}:
            return
        if not any((one.heading,) in over for one in numbered):
            for one in numbered:
                one.draft.headings = one.draft.headings[1:]

    def _has_parts(self, position: int, one: _Open) -> bool:
        """Whether the clause after this one stands under its heading."""
        if position + 1 == len(self.opened) or one.title is None:
            return False
        after = self.opened[position + 1]
        if one.number is not None and after.number is not None:
            return is_under(after.number, one.number)
        return after.path[: len(one.path) + 1] == (*one.path, one.heading)

    def _take(self, entry: Entry) -> None:
        starts_group = self.bare and entry.block.kind is BlockKind.PARAGRAPH
        if self.current is None or (starts_group and not self._is_led_in()):
            self._open_unnumbered(entry)
        if self.current is not None:
            self.current.draft.take(entry.block.start, entry.block.end)

    def _is_led_in(self) -> bool:
        """Whether the text so far announces more ("följande:")."""
        current = self.current
        return current is not None and current.draft.body(self.text).endswith(":")

    def _open_unnumbered(self, entry: Entry) -> None:
        path = tuple(one.text for one in self.stack)
        if self.bare:
            name = " ".join(entry.text.split()[:_WORDS_OF_A_NAME])
            draft = Draft(id=slug(name) or NAMELESS, label=name)
        elif path:
            draft = Draft(
                id=slug(" ".join(path)) or NAMELESS,
                label=path[-1],
                title=path[-1],
                headings=path[:-1],
            )
        else:
            draft = Draft(id=PREAMBLE, label=PREAMBLE.capitalize())
        self._open(_Open(draft=draft, path=path))

    def _open_number(self, entry: Entry, number: Number) -> None:
        depth = (number.family, len(number.parts))
        level = entry.level or (self.levels.get(depth, 0) if entry.titled else 0)
        if level:
            self.levels[depth] = level
        self._cut(number, level)
        path = tuple(one.text for one in self.stack)
        rest = (entry.rest, entry.block.end)
        draft = Draft(id=self._id(number), label=self._label(number), headings=path)
        appendix = bool(self.appendix)
        one = _Open(draft=draft, number=number, level=level, path=path, in_appendix=appendix)
        if entry.titled:
            draft.title = _one_line(self.text[slice(*rest)]).rstrip(":") or None
            one.title = rest
        else:
            draft.take(*rest)
        outside = f"{number.id} " if entry.block.number else ""
        one.heading = outside + _one_line(entry.text)
        self.stack.append(_Heading(level=level, text=one.heading, number=number))
        self._open(one)

    def _id(self, number: Number) -> str:
        return f"{self.appendix}:{number.id}" if self.appendix else number.id

    def _label(self, number: Number) -> str:
        label = f"punkt {number.label}" if self.agenda else number.label
        return f"{self.stack[0].text}, {label}" if self.appendix and self.stack else label

    def _open(self, one: _Open) -> None:
        self.current = one
        self.opened.append(one)

    def _pass_heading(self, entry: Entry, over: Entry | None) -> None:
        current = self.current
        inside = current is not None and current.number is not None and current.level > 0
        if inside and over is None and current is not None and entry.level > current.level:
            current.draft.take(entry.block.start, entry.block.end)
            return
        number = over.number if over else None
        while self.stack and self._ends(self.stack[-1], entry.level, number):
            self.stack.pop()
        self.stack.append(
            _Heading(level=entry.level, text=_one_line(entry.text), leads=over is not None)
        )
        self.current = None

    @staticmethod
    def _ends(heading: _Heading, level: int, over: Number | None) -> bool:
        """Whether a new heading at ``level``, over number ``over``, ends ``heading``."""
        other = heading.number
        if other is not None and over is not None:
            return not is_under(over, other)
        if other is not None and not heading.level:
            return len(other.parts) > 1
        return not level or heading.level >= level

    def _cut(self, number: Number, level: int) -> None:
        """Leave only the headings that ``number`` stands under. Between numbers the numbers
        tell, whatever the levels."""
        for position, heading in enumerate(self.stack):
            if heading.number is not None:
                ends = not is_under(number, heading.number)
            else:
                ends = 0 < level < heading.level + (not heading.leads)
            if ends:
                self.stack = self.stack[:position]
                return


def _set_aside_title(entries: list[Entry], title: str) -> None:
    """The document's own title, its first heading, is above every clause and in no path."""
    if not entries or entries[0].part is not Part.HEADING:
        return
    first = entries[0]
    numbered = any(entry.part is Part.NUMBERED for entry in entries)
    alone = first.level == 1 and all(
        entry.part is not Part.HEADING or entry.level != 1 for entry in entries[1:]
    )
    if numbered or alone or _one_line(first.text) == _one_line(title):
        first.part = Part.CONTENTS


def _join_preamble(entries: list[Entry]) -> None:
    """Let what stands before the first item of an agenda be one piece of text."""
    numbered = (at for at, entry in enumerate(entries) if entry.part is Part.NUMBERED)
    for entry in entries[: next(numbered, 0)]:
        if entry.part is Part.HEADING:
            entry.part = Part.BODY


def _stand_over(entries: list[Entry]) -> list[Entry | None]:
    """For each entry the number or appendix it would be a heading for; None over text."""
    over: list[Entry | None] = []
    following: Entry | None = None
    for entry in reversed(entries):
        deeper = following is not None and 0 < following.level < entry.level
        over.append(None if deeper else following)
        if entry.part in {Part.NUMBERED, Part.APPENDIX}:
            following = entry
        elif entry.part is Part.BODY:
            following = None
    return over[::-1]


def _one_line(text: str) -> str:
    return " ".join(text.split())
