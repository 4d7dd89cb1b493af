"""Block Kit, as little of it as we need. Every text here is literal: Slack reads no markup in
``plain_text`` and rich text, so nothing from a question or a document can be interpreted."""

from collections.abc import Iterator, Sequence
from typing import Any

from bot.answer_view import shortened
from bot.slack import limits

Block = dict[str, Any]

Piece = tuple[str, str | None]
"""A text and its style: ``bold``, ``italic`` or None."""

_ELLIPSIS = 2


def plain_text(text: str, limit: int = limits.SECTION) -> Block:
    """A text object of at most ``limit`` characters, cut at a word."""
    return {"type": "plain_text", "text": shortened(text, limit - _ELLIPSIS), "emoji": False}


def section(text: str) -> Block:
    """A paragraph."""
    return {"type": "section", "text": plain_text(text)}


def header(text: str) -> Block:
    """A heading."""
    return {"type": "header", "text": plain_text(text, limits.HEADER)}


def context(*texts: str) -> Block:
    """A line in small letters."""
    return {"type": "context", "elements": [plain_text(each, limits.CONTEXT) for each in texts]}


def button(label: str, action: str, *, value: str | None = None, url: str | None = None) -> Block:
    """A button with an action id, and a value or a link."""
    found: Block = {
        "type": "button",
        "text": plain_text(label, limits.BUTTON_LABEL),
        "action_id": action,
    }
    if value is not None:
        found["value"] = value
    if url is not None:
        found["url"] = url
    return found


def actions(buttons: Sequence[Block]) -> Block:
    """A row of buttons."""
    return {"type": "actions", "elements": list(buttons)[: limits.ACTIONS]}


def rich(*elements: Block) -> Block:
    """A block of rich text."""
    return {"type": "rich_text", "elements": list(elements)}


def words(text: str, style: str | None = None) -> Block:
    """A run of text in rich text."""
    found: Block = {"type": "text", "text": text}
    if style:
        found["style"] = {style: True}
    return found


def link(text: str, url: str | None) -> Block:
    """A linked run of text; without an address, the text alone."""
    return {"type": "link", "text": text, "url": url} if url else words(text)


def person(user: str) -> Block:
    """A mention of a user, by id."""
    return {"type": "user", "user_id": user}


def paragraph(*runs: Block) -> Block:
    """A paragraph of rich text."""
    return {"type": "rich_text_section", "elements": list(runs)}


def bullets(items: Sequence[Sequence[Block]]) -> Block:
    """A bulleted list; every item is a row of runs."""
    return {
        "type": "rich_text_list",
        "style": "bullet",
        "elements": [paragraph(*runs) for runs in items],
    }


def quotes(pieces: Sequence[Piece]) -> list[Block]:
    """A quote in as many blocks as its length needs; put together they hold every character."""
    return [
        rich({"type": "rich_text_quote", "elements": [words(*piece) for piece in portion]})
        for portion in _portions(pieces, limits.SECTION)
    ]


def length(value: object) -> int:
    """The characters of all texts, values and addresses in a block, or in several."""
    if isinstance(value, dict):
        own = [value.get(key) for key in ("text", "value", "url")]
        counted = sum(len(each) for each in own if isinstance(each, str))
        return counted + sum(map(length, value.values()))
    if isinstance(value, list | tuple):
        return sum(map(length, value))
    return 0


def fitting(items: list[list[Block]], most: int) -> list[list[Block]]:
    """The first items, as many as have ``most`` characters together."""
    kept: list[list[Block]] = []
    room = most
    for item in items:
        room -= length(item)
        if room < 0:
            break
        kept.append(item)
    return kept


def _portions(pieces: Sequence[Piece], size: int) -> Iterator[list[Piece]]:
    portion: list[Piece] = []
    room = size
    for whole, style in pieces:
        text = whole
        while text:
            at = len(text) if len(text) <= room else _break(text, room)
            if at:
                portion.append((text[:at], style))
            text, room = text[at:], room - at
            if text:
                yield portion
                portion, room = [], size
    if portion:
        yield portion


def _break(text: str, room: int) -> int:
    """Where to end a portion within ``room`` characters: after a space, where there is one."""
    space = max(text.rfind(" ", 0, room), text.rfind("\n", 0, room)) + 1
    return space or room
