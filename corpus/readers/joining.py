"""The lines of one paragraph set together."""

import re
from collections.abc import Iterable

_HYPHEN_AT_END = re.compile(r"(\w+)-$")
_LONGEST_WORD = 80
# After one of these the hyphen stands for a shared second part: "hälso- och sjukvård".
_SHARED_ENDING = re.compile(r"(och|eller|samt|respektive|resp\.|till|and|or)\b")
_SENTENCE_END = re.compile(r"[.!?:;…][)\"”’»]?$")
_OPEN_ENDING = re.compile(
    r"(,|-|–|\b(och|eller|samt|att|som|av|från|för|i|inom|med|mellan|om|på|till|under|vid|den|det|"
    r"de|en|ett|enligt|genom|utan|efter|innan|är|ska|kan|får|har|"
    r"punkt|punkten|punkterna|kapitel|kap\.|avsnitt|paragraf|bilaga|§))$",
    re.IGNORECASE,
)


def join_all(lines: Iterable[str]) -> str:
    """All of ``lines`` as running text; a word divided over two lines is made whole.

    A hyphen is kept where it is the word's own: before och and eller, after a figure, a single
    letter or an abbreviation, and before a capital.
    """
    parts: list[str] = []
    for line in lines:
        add_line(parts, line)
    return "".join(parts)


def add_line(parts: list[str], line: str) -> None:
    """Append ``line`` to the running text that ``parts`` make when they are set together."""
    if parts:
        cut, between = joint(parts[-1], line)
        parts[-1] = parts[-1][: len(parts[-1]) - cut] + between
    parts.append(line)


def joint(first: str, second: str) -> tuple[int, str]:
    """How the two lines meet: how many characters go from the end of ``first`` (0 or 1, the
    typesetter's hyphen), and what stands between (a space or nothing)."""
    found = _HYPHEN_AT_END.search(first[-_LONGEST_WORD:])
    if not found or _SHARED_ENDING.match(second):
        return 0, " " if first and second else ""
    divided = found[1]
    typeset = len(divided) > 1 and divided[-1].isalpha() and not divided.isupper()
    return int(typeset and second[:1].islower()), ""


def ends_sentence(line: str) -> bool:
    """Whether ``line`` ends with a full stop or another mark that closes a sentence or lead."""
    return bool(_SENTENCE_END.search(line.rstrip()))


def is_left_open(line: str) -> bool:
    """Whether ``line`` ends with a word that wants another after it, or a comma or hyphen."""
    return bool(_OPEN_ENDING.search(line.rstrip()))
