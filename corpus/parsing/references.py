"""References to paragraphs, as law texts write them."""

import re

_NUMBER = r"\d+(?:\s?[a-z](?![a-zåäö]))?"
_LIST = rf"{_NUMBER}(?:\s?(?:,|[-–]|och|eller|samt)\s?{_NUMBER})*"
_REFERENCE = re.compile(rf"(?:(?P<chapter>{_NUMBER})\s?kap\.\s)?(?P<list>{_LIST})\s?§§?")
_PIECE = re.compile(rf"(?P<range>[-–])?\s?(?P<number>{_NUMBER})")
_LONGEST_RANGE = 200


def read_references(text: str) -> tuple[str, ...]:
    """The clause ids that ``text`` refers to, in order.

    ``8 kap. 10 § och 12 kap. 7 §`` gives ``8:10`` and ``12:7``; ``9, 9 g och 11–13 §§`` gives
    ``9``, ``9g``, ``11``, ``12``, ``13``. A range between letters gives its two ends.
    """
    ids: list[str] = []
    for match in _REFERENCE.finditer(text):
        chapter = f"{compact(match['chapter'])}:" if match["chapter"] else ""
        previous = ""
        for piece in _PIECE.finditer(match["list"]):
            number = compact(piece["number"])
            between = _between(previous, number) if piece["range"] else ()
            ids.extend(chapter + one for one in (*between, number))
            previous = number
    return tuple(dict.fromkeys(ids))


def compact(number: str) -> str:
    """``9 g`` as ``9g``."""
    return "".join(number.split())


def _between(first: str, last: str) -> tuple[str, ...]:
    if not (first.isdigit() and last.isdigit()):
        return ()
    numbers = range(int(first) + 1, int(last))
    return tuple(map(str, numbers)) if len(numbers) <= _LONGEST_RANGE else ()
