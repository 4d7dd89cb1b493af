"""Numbers that agreements, guidelines and agendas give their parts."""

import re
from dataclasses import dataclass
from enum import StrEnum

_LARGEST = 199
_WIDEST_GAP_IN_TEXT = 5
_WIDEST_GAP_IN_HEADINGS = 12


class Style(StrEnum):
    """How a number is written: ``3.4``, ``A1``, ``§ 5``, ``Kapitel 3``, ``3.``."""

    DOTTED = "dotted"
    LETTERED = "lettered"
    SECTION = "section"
    CHAPTER = "chapter"
    INTEGER = "integer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number: ``A3.1b`` has the prefix ``A``, the parts (3, 1) and the letter ``b``.

    ``label`` is the number as people write it in running text (``3.4``, ``§ 5``, ``A1``).
    """

    style: Style
    parts: tuple[int, ...]
    prefix: str = ""
    letter: str = ""

    @property
    def id(self) -> str:
        """The clause id: ``3.4``, ``A1``, ``5`` for § 5."""
        return self.prefix + ".".join(map(str, self.parts)) + self.letter

    @property
    def label(self) -> str:
        """The number as people write it: ``3.4``, ``A1``, ``§ 5``."""
        return f"§ {self.id}" if self.style is Style.SECTION else self.id

    @property
    def family(self) -> Style:
        """Numbers of one family follow on each other: chapters, points and integers do."""
        own = (Style.SECTION, Style.LETTERED)
        return self.style if self.style in own else Style.DOTTED

    @property
    def key(self) -> tuple[str, tuple[int, ...], str]:
        """To compare numbers of one family by."""
        return self.prefix, self.parts, self.letter


_DOTS = r"\d{1,3}(?:\.\d{1,3})*"
_LETTER = r"(?:\s?(?P<letter>[a-zåäö])(?=[\s.:)]))?"
_PATTERNS = (
    (Style.SECTION, re.compile(rf"§+\s?(?P<parts>{_DOTS}){_LETTER}[.:]?(?:\s+|$)")),
    (
        Style.CHAPTER,
        re.compile(
            rf"(?:kapitel|kap\.?|avsnitt|artikel)\s(?P<parts>{_DOTS})[.:]?"
            r"(?:\s+[–-])?(?:\s+|$)",
            re.IGNORECASE,
        ),
    ),
    (Style.CHAPTER, re.compile(r"(?P<parts>\d{1,3})\s?kap\.\s+")),
    (
        Style.LETTERED,
        re.compile(r"(?P<prefix>[A-ZÅÄÖ])(?P<parts>\d{1,3}(?:\.\d{1,3})*)[.:)]?(?:\s+|$)"),
    ),
    (
        Style.DOTTED,
        re.compile(rf"(?P<parts>\d{{1,3}}(?:\.\d{{1,3}})+)\.?{_LETTER}[:)]?(?:\s+|$)"),
    ),
    (Style.INTEGER, re.compile(r"(?P<parts>\d{1,3})[.:)]?(?:\s+|$)")),
)


def read_number(text: str) -> tuple[Number, int] | None:
    """The number that ``text`` begins with and the position after it, or None.

    ``2.5 mg``, ``12.30``-like times and dates give numbers too: whether one counts shows only
    in its place in the sequence, see `follows` and `is_after`.
    """
    for style, pattern in _PATTERNS:
        found = pattern.match(text)
        if found:
            groups = found.groupdict()
            parts = tuple(int(part) for part in groups["parts"].split("."))
            if max(parts) > _LARGEST or 0 in parts:
                return None
            number = Number(
                style=style,
                parts=parts,
                prefix=groups.get("prefix") or "",
                letter=groups.get("letter") or "",
            )
            return number, found.end()
    return None


def follows(number: Number, last: Number | None) -> bool:
    """Whether ``number`` is next after ``last``, for numbers in running text.

    3.4 is followed by 3.5, 3.4.1, 3.4a, 4 and 4.1; four numbers may be missing in between. An
    excerpt may begin in any chapter, and minutes at any § of the year.
    """
    return _comes_after(number, last, _WIDEST_GAP_IN_TEXT)


def is_after(number: Number, last: Number | None) -> bool:
    """Whether ``number`` may come after ``last``, for numbers in headings: a few may be missing."""
    return _comes_after(number, last, _WIDEST_GAP_IN_HEADINGS)


def is_under(number: Number, other: Number) -> bool:
    """Whether ``number`` belongs under ``other``: 3.4 under 3, and § 7 under a chapter."""
    if number.style is Style.SECTION and other.family is Style.DOTTED:
        return True
    return (
        number.prefix == other.prefix
        and len(number.parts) > len(other.parts)
        and number.parts[: len(other.parts)] == other.parts
    )


def _comes_after(number: Number, last: Number | None, gap: int) -> bool:
    if last is None:
        free = len(number.parts) > 1 or number.style is Style.SECTION
        return all(part <= gap for part in number.parts[int(free) :])
    if number.prefix != last.prefix:
        return bool(last.prefix) and number.prefix > last.prefix and max(number.parts) <= gap
    if number.parts == last.parts:
        return number.letter > last.letter
    shared = 0
    for one, other in zip(number.parts, last.parts, strict=False):
        if one != other:
            break
        shared += 1
    if shared == len(number.parts):
        return False
    before = last.parts[shared] if shared < len(last.parts) else 0
    step = number.parts[shared] - before
    return 0 < step <= gap and all(part <= gap for part in number.parts[shared + 1 :])
