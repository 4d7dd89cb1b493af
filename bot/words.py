"""Texts in Swedish and in English, looked up by key."""

from collections.abc import Mapping

LANGUAGES = ("sv", "en")

Pair = tuple[str, str]
"""The Swedish and the English wording of one text; both hold the same ``{names}``."""


class Words:
    """Texts in one language: ``say("index.place", index="…")``.

    A key that does not exist raises KeyError: a text is never silently missing. An unknown
    language is answered in Swedish.
    """

    __slots__ = ("_texts", "lang")

    def __init__(self, lang: str, texts: Mapping[str, Pair]) -> None:
        self.lang = lang if lang in LANGUAGES else LANGUAGES[0]
        self._texts = texts

    def __call__(self, key: str, /, **found: object) -> str:
        return self._texts[key][LANGUAGES.index(self.lang)].format(**found)

    def has(self, key: str) -> bool:
        """Whether there is a text for ``key``."""
        return key in self._texts
