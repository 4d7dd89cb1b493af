"""The wire form of an answer: every field of the value, dates as ISO, enums by value."""

import json
import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from retrieval.answer import Citation, OverviewDuty, Related

Wire = None | bool | int | float | str | list["Wire"] | dict[str, "Wire"]

_UNSEEN = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def fields_wire(value: Any, names: Iterable[str] | None = None) -> dict[str, Wire]:
    """The fields of a data class as plain values, all of them or those of ``names``; what names
    a clause carries its ``reference`` too."""
    chosen = [field.name for field in fields(value)] if names is None else names
    made = {name: wire(getattr(value, name)) for name in chosen}
    if isinstance(value, Citation | Related | OverviewDuty):
        made["reference"] = value.reference
    return made


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
        return fields_wire(value)
    raise TypeError(f"an answer cannot carry {type(value).__name__}")


def as_json(value: object) -> str:
    """``value`` as indented JSON in UTF-8, the same text for the same value.

    Characters that steer a terminal or the writing direction are written as escapes.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSEEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
