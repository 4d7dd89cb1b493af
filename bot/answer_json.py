"""The wire form of an answer: every field of the value, dates as ISO, enums by value."""

import json
import re
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from retrieval.answer import Answer, Citation, OverviewDuty, Related

Wire = None | bool | int | float | str | list["Wire"] | dict[str, "Wire"]

_UNSEEN = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def answer_wire(answer: Answer) -> dict[str, Wire]:
    """``answer`` as plain values; what names a clause carries its ``reference`` too."""
    return {field.name: wire(getattr(answer, field.name)) for field in fields(answer)}


def wire(value: object) -> Wire:
    """A value of the program as plain values: dates as ISO, enums by value, data classes as
    objects of their fields. Raises TypeError for anything else."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, tuple | list):
        return [wire(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: wire(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, Citation | Related | OverviewDuty):
            named["reference"] = value.reference
        return named
    raise TypeError(f"an answer cannot carry {type(value).__name__}")


def as_json(value: object) -> str:
    """``value`` as indented JSON in UTF-8, the same text for the same value.

    Characters that steer a terminal or the writing direction are written as escapes.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSEEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
