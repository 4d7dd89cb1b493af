"""Text as a reader sees it, for matching: tricks of Unicode undone, every place remembered."""

import unicodedata
from dataclasses import dataclass

_DASHES = frozenset("‐‑‒–—―−﹘﹣－⁃")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """``text`` to match against; ``places[i]`` is the offset in the original of ``text[i]``.

    ``places`` has one more entry than ``text``: the length of the original.
    """

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that ``text[start:end]`` was made from.

        Invisible characters and accents that follow the last character belong to it.
        """
        return self.places[start], self.places[end]


def fold(text: str) -> Folded:
    """Full-width and other digits become 0–9, every dash ``-``, every space but the newline a
    plain space; invisible characters go, a letter and its accents become one character."""
    if text.isascii():
        return Folded(text=text, places=tuple(range(len(text) + 1)))
    letters: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Me"):
            end += 1
        plain = _plain(text[at], text[at + 1 : end])
        letters.extend(plain)
        places.extend([at] * len(plain))
        at = end
    return Folded(text="".join(letters), places=(*places, len(text)))


def _plain(base: str, marks: str) -> str:
    if base.isascii() and not marks:
        return base
    if base in _DASHES:
        return "-"
    category = unicodedata.category(base)
    if category in ("Cf", "Mn", "Me"):
        return ""
    if category in ("Zs", "Zl", "Zp"):
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(base))
    # A few signs unfold to many letters; what matters here never does.
    return unicodedata.normalize("NFKC", base + marks[:2])[:4]
