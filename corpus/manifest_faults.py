"""What can be wrong with a manifest, in words, with the line and the mend."""

import re
from dataclasses import dataclass
from typing import Self

from pydantic_core import ErrorDetails

_FIELDS = "file, title, kind, status, valid_from, valid_to, source, replaces, audience"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault of one ``kind`` at ``place`` (the keys that lead there), or on ``line``."""

    kind: str
    place: tuple[str, ...] = ()
    found: str = ""
    other: str = ""
    line: int = 0

    @classmethod
    def of_validation(cls, error: ErrorDetails) -> Self:
        """The fault behind pydantic's first error."""
        place = tuple(str(part) for part in error["loc"])
        kind = error["type"]
        found = "" if kind in {"missing", "period"} else str(error["input"])
        if kind == "missing":
            return cls(kind="no_file", place=place[:-1])
        known = {"status", "kind", "day", "period", "extra_forbidden"}
        other = error["msg"] if kind in {"status", "kind"} else ""
        shape = next((name for name, types in _SHAPES.items() if kind in types), "value")
        return cls(kind=kind if kind in known else shape, place=place, found=found, other=other)


_SHAPES = {
    "table": {"dict_type", "model_type", "model_attributes_type"},
    "list": {"tuple_type", "frozen_set_type", "list_type"},
    "long": {"string_too_long", "too_long"},
}
_SHOWN = 80
"""Characters of a value that are shown."""

_WORDS: dict[str, tuple[str, str]] = {
    "toml": (
        "filen är inte giltig TOML.",
        "the file is not valid TOML ({found}).",
    ),
    "encoding": ("filen är inte sparad som UTF-8.", "the file is not saved as UTF-8."),
    "status": (
        "status ”{found}” finns inte. Välj en av: {other}.",
        "there is no status “{found}”. Choose one of: {other}.",
    ),
    "kind": (
        "dokumenttypen ”{found}” finns inte. Välj en av: {other}.",
        "there is no kind “{found}”. Choose one of: {other}.",
    ),
    "day": (
        "”{found}” är inget datum. Skriv det som 2026-01-31.",
        "“{found}” is not a date. Write it as 2026-01-31.",
    ),
    "period": (
        "valid_to är före valid_from. Byt plats på dem eller rätta datumen.",
        "valid_to is before valid_from. Swap them or correct the dates.",
    ),
    "extra_forbidden": (
        "nyckeln ”{key}” känns inte igen. De som finns är: {fields}.",
        "the key “{key}” is not known. There are: {fields}.",
    ),
    "no_file": (
        'raden file saknas. Skriv file = "filens namn".',
        'the line file is missing. Write file = "the file\'s name".',
    ),
    "value": (
        "värdet ”{found}” för ”{key}” går inte att använda. Skriv text inom citattecken.",
        "the value “{found}” of “{key}” cannot be used. Write text in quotation marks.",
    ),
    "table": (
        "”{key}” ska vara en tabell. Skriv [documents.id] och nycklarna på raderna under.",
        "“{key}” must be a table. Write [documents.id] and the keys on the lines below.",
    ),
    "list": (
        '”{key}” ska vara en lista. Skriv {key} = ["värde"].',
        '“{key}” must be a list. Write {key} = ["value"].',
    ),
    "long": (
        "värdet för ”{key}” är för långt. Korta det.",
        "the value of “{key}” is too long. Shorten it.",
    ),
    "deep": ("filen är nästlad för djupt.", "the file is nested too deeply."),
    "id": (
        "”{found}” går inte att använda som id. Använd bokstäver, siffror, punkt och bindestreck.",
        "“{found}” cannot be used as an id. Use letters, digits, full stops and hyphens.",
    ),
    "outside": (
        "filen ”{found}” ligger utanför mappen. Lägg den i mappen.",
        "the file “{found}” stands outside the folder. Put it in the folder.",
    ),
    "missing": (
        "filen ”{found}” finns inte i mappen. Lägg dit den eller ta bort posten.",
        "the file “{found}” is not in the folder. Put it there or remove the entry.",
    ),
    "twice": (
        "filen ”{found}” beskrivs två gånger, också under ”{other}”. Ta bort den ena posten.",
        "the file “{found}” is described twice, also under “{other}”. Remove one of the entries.",
    ),
}


def explain(fault: Fault, text: str) -> tuple[str, str]:
    """The fault in Swedish and in English, with its line in the manifest's ``text``."""
    key = fault.place[-1] if fault.place else ""
    fields = _FIELDS if len(fault.place) > 1 else "answers, documents"
    filled = [
        words.format(found=_shortened(fault.found), other=fault.other, key=key, fields=fields)
        for words in _WORDS[fault.kind]
    ]
    line = fault.line or _line(text, fault.place)
    if not line:
        return filled[0], filled[1]
    return f"rad {line}: {filled[0]}", f"line {line}: {filled[1]}"


def _shortened(found: str) -> str:
    return found if len(found) <= _SHOWN else f"{found[:_SHOWN]}…"


def _line(text: str, place: tuple[str, ...]) -> int:
    """The line, from 1, where ``place`` stands in the manifest; 0 when it cannot be told."""
    if not place:
        return 0
    lines = text.split("\n")
    start = 0
    if place[0] == "documents" and len(place) > 1:
        table = re.compile(rf"\s*\[\s*documents\s*\.\s*[\"']?{re.escape(place[1])}[\"']?\s*\]")
        start = next((at for at, line in enumerate(lines, 1) if table.match(line)), 0)
    key = place[2] if len(place) > 2 else place[0] if place[0] != "documents" else ""
    if not key:
        return start
    row = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
    for at, line in enumerate(lines[start:], start + 1):
        if row.match(line):
            return at
        if line.lstrip().startswith("["):
            break
    return start
