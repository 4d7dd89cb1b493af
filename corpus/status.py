"""The standing of a document, and the kinds of document there are."""

from enum import StrEnum


class Status(StrEnum):
    """Whether a text binds anybody. Only ``in_force`` does."""

    IN_FORCE = "in_force"
    ADOPTED = "adopted"
    CONSULTATION = "consultation"
    DRAFT = "draft"
    REPEALED = "repealed"
    EXAMPLE = "example"
    NOTES = "notes"


class Kind(StrEnum):
    """What sort of document it is. ``supplement`` is an överenskommelse."""

    AGREEMENT = "agreement"
    SUPPLEMENT = "supplement"
    LAW = "law"
    GUIDELINE = "guideline"
    MINUTES = "minutes"
