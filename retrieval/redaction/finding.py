"""What the door masks."""

from dataclasses import dataclass
from enum import StrEnum


class PersonalKind(StrEnum):
    """The sorts of personal data, by the word of the mark that replaces them."""

    IDENTITY_NUMBER = "personnummer"
    BIRTH_DATE = "födelsedatum"
    PHONE = "telefon"
    EMAIL = "e-post"
    NAME = "namn"

    @property
    def mark(self) -> str:
        """What stands in the text instead, ``[personnummer]``."""
        return f"[{self.value}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Personal data at ``start:end`` of the folded text."""

    start: int
    end: int
    kind: PersonalKind
