"""Two lines of one paragraph set together."""

import re

_HYPHEN_AT_END = re.compile(r"(\w+)-$")
# After one of these the hyphen stands for a shared second part: "hälso- och sjukvård".
_SHARED_ENDING = re.compile(r"(och|eller|samt|respektive|resp\.|till|and|or)\b")
_SENTENCE_END = re.compile(r"[.!?:;…][)\"”’»]?$")
_OPEN_ENDING = re.compile(
    r"(,|-|–|\b(och|eller|samt|att|som|av|från|för|i|inom|med|mellan|om|på|till|under|vid|den|det|"
    r"de|en|ett|enligt|genom|utan|efter|innan|är|ska|kan|får|har))$",
    re.IGNORECASE,
)


def join_lines(first: str, second: str) -> str:
    """``first`` and ``second`` as running text; a word divided over the lines is made whole.

    A hyphen is kept where it is the word's own: before och and eller, after a figure, a single
    letter or an abbreviation, and before a capital.
    """
    return first[: len(first) - _cut(first, second)] + _between(first, second) + second


def _cut(first: str, second: str) -> int:
    """How many characters at the end of ``first`` the typesetter put there: 0 or 1."""
    found = _HYPHEN_AT_END.search(first)
    if not found or not second[:1].islower() or _SHARED_ENDING.match(second):
        return 0
    divided = found[1]
    return int(len(divided) > 1 and divided[-1].isalpha() and not divided.isupper())


def _between(first: str, second: str) -> str:
    if _HYPHEN_AT_END.search(first) and not _SHARED_ENDING.match(second):
        return ""
    return " " if first and second else ""


def ends_sentence(line: str) -> bool:
    """Whether ``line`` ends with a full stop or another mark that closes a sentence or lead."""
    return bool(_SENTENCE_END.search(line.rstrip()))


def is_left_open(line: str) -> bool:
    """Whether ``line`` ends with a word that wants another after it, or a comma or hyphen."""
    return bool(_OPEN_ENDING.search(line.rstrip()))
