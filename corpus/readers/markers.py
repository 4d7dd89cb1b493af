"""The mark that an item of a list begins with."""

import re
from dataclasses import dataclass
from enum import StrEnum

BULLETS = "•◦‣▪▫●○■□►▶➢➤➔→✓✔·∙⁃\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\u2212"
"""Signs that are bullets wherever they begin a line. A few are the symbol fonts' own codes."""

_DASHES = "-–—"
_MARKER = re.compile(
    rf"(?P<bullet>[{BULLETS}]|[-–—*+](?=\s))\s*"
    r"|(?P<number>\d{1,3}[.)])\s+"
    r"|(?P<letter>[A-Za-zÅÄÖåäö]\)|[a-zåäö]\.)\s+"
    r"|(?P<roman>[ivx]{1,5}[.)])\s+"
)


class MarkerKind(StrEnum):
    """What the mark is made of."""

    BULLET = "bullet"
    NUMBER = "number"
    LETTER = "letter"
    ROMAN = "roman"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """``sign`` is the mark as text (``-`` for a bullet that is no dash); ``rest`` is what stands
    after it."""

    kind: MarkerKind
    sign: str
    rest: str

    @property
    def text(self) -> str:
        """The item as the text holds it."""
        return f"{self.sign} {self.rest}".rstrip()


def marker(line: str) -> Marker | None:
    """The mark at the start of ``line``, or None. ``3.4 Text`` and ``5 § Text`` have none."""
    found = _MARKER.match(line.lstrip())
    if not found or not found.lastgroup:
        return None
    kind = MarkerKind(found.lastgroup)
    sign = found[found.lastgroup]
    if kind is MarkerKind.BULLET and sign not in _DASHES:
        sign = "-"
    return Marker(kind=kind, sign=sign, rest=line.lstrip()[found.end() :])
