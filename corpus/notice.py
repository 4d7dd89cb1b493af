"""Something about a folder that its owner should know, though it stops nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What was found and the mend, in both languages."""

    swedish: str
    english: str

    def text(self, lang: str) -> str:
        """The message in ``lang`` (``sv`` or ``en``)."""
        return self.english if lang == "en" else self.swedish
