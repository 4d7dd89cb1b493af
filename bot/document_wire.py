"""A document's facts as plain values."""

from bot.answer_json import Wire, fields_wire
from corpus.document import Document

_DATED = ("id", "title", "status", "valid_from", "valid_to")
_DESCRIBED = (*_DATED, "kind", "source", "replaces", "audience")


def dated_wire(document: Document) -> dict[str, Wire]:
    """What it is called and when it holds."""
    return fields_wire(document, _DATED)


def described_wire(document: Document) -> dict[str, Wire]:
    """All that its manifest or its own header says of it."""
    return fields_wire(document, _DESCRIBED)
