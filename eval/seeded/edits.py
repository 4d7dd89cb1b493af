"""Edits of an agreement written in Markdown, clause by clause."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

_CLAUSE = re.compile(r"#### (?P<label>[A-D]?\d+(?:\.\d+)?) (?P<title>.+)")
_CHAPTER = re.compile(r"## (?P<number>\d+) ")
_REFERENCE = re.compile(r"(?<![\w.])(?:[A-D]\d+|\d+\.\d+)(?![\w.]*\d)")


class EditError(ValueError):
    """An edit that cannot be made; its message names the clause and what was not found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A clause (``label`` is its number, empty until it is numbered) or the lines between."""

    label: str | None
    title: str
    text: str

    def markdown(self) -> str:
        return self.text if self.label is None else f"#### {self.label} {self.title}\n\n{self.text}"


def read_parts(markdown: str) -> list[Part]:
    """The agreement in its parts; headings over clauses are parts without a label."""
    parts: list[Part] = []
    for block in re.split(r"(?m)^(?=#{1,4} )", markdown):
        heading, _, text = block.partition("\n")
        match = _CLAUSE.fullmatch(heading)
        if match:
            parts.append(Part(label=match["label"], title=match["title"], text=text.strip("\n")))
        else:
            parts.append(Part(label=None, title="", text=block.strip("\n")))
    return parts


def edited(parts: Sequence[Part], edit: Mapping[str, str]) -> list[Part]:
    """``parts`` after one edit. Raises EditError when it does not fit the text.

    ``do`` is ``replace`` (``find`` by ``put`` in ``clause``), ``move`` (``clause`` to stand
    ``after`` another), ``delete``, ``insert`` (``title`` and ``text`` ``after`` a clause;
    ``label`` is its number where it is not numbered later), ``split`` (``clause`` in two where
    the words ``at`` begin, the second called ``title``) or ``merge`` (``clause`` to the end of
    the clause ``into``).
    """
    made = list(parts)
    if edit["do"] == "insert":
        new = Part(label=edit.get("label", ""), title=edit["title"], text=edit["text"])
        made.insert(_place(made, edit["after"]) + 1, new)
        return made
    place = _place(made, edit["clause"])
    part = made[place]
    match edit["do"]:
        case "replace":
            made[place] = replace(part, text=_replaced(part, edit["find"], edit["put"]))
        case "delete":
            del made[place]
        case "move":
            del made[place]
            made.insert(_place(made, edit["after"]) + 1, part)
        case "split":
            at = _only(part, edit["at"])
            made[place] = replace(part, text=part.text[:at].rstrip())
            made.insert(place + 1, Part(label="", title=edit["title"], text=part.text[at:]))
        case "merge":
            into = _place(made, edit["into"])
            made[into] = replace(made[into], text=f"{made[into].text} {part.text}")
            del made[place]
        case other:
            raise EditError(f"{edit['clause']}: no such edit: {other}")
    return made


def renumbered(documents: Mapping[str, Sequence[Part]]) -> dict[str, list[Part]]:
    """The clauses of each document numbered anew in order, and every reference with them.

    Numbers with a letter (``A5``) and numbers under a chapter (``3.4``) are known; no two
    documents have a number in common.
    """
    numbers = {name: _numbers(parts) for name, parts in documents.items()}
    new = {
        label: number
        for name, parts in documents.items()
        for part, number in zip(parts, numbers[name], strict=True)
        if (label := part.label) and number
    }
    return {
        name: [
            replace(
                part,
                label=number,
                text=_REFERENCE.sub(lambda match: new.get(match.group(), match.group()), part.text),
            )
            for part, number in zip(parts, numbers[name], strict=True)
        ]
        for name, parts in documents.items()
    }


def _numbers(parts: Sequence[Part]) -> list[str | None]:
    """The new number of each part, None for what is no clause."""
    numbers: list[str | None] = []
    chapter, count, letter = "", 0, ""
    for part in parts:
        if part.label is None:
            found = _CHAPTER.match(part.text)
            chapter, count = (found["number"], 0) if found else (chapter, count)
            numbers.append(None)
            continue
        letter = part.label[0] if part.label[:1].isalpha() else letter
        count += 1
        numbers.append(f"{letter}{count}" if letter else f"{chapter}.{count}")
    return numbers


def markdown(parts: Sequence[Part]) -> str:
    """The parts as the agreement they make."""
    return "\n\n".join(part.markdown() for part in parts) + "\n"


def _place(parts: Sequence[Part], label: str) -> int:
    for place, part in enumerate(parts):
        if part.label == label:
            return place
    raise EditError(f"{label}: there is no such clause")


def _only(part: Part, words: str) -> int:
    if part.text.count(words) != 1:
        raise EditError(f"{part.label}: {words!r} stands there {part.text.count(words)} times")
    return part.text.index(words)


def _replaced(part: Part, find: str, put: str) -> str:
    at = _only(part, find)
    return part.text[:at] + put + part.text[at + len(find) :]
