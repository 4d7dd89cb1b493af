"""What Slack demands of blocks and of rights, written down a second time from its reference."""

from typing import Any

SCOPES = {
    "auth.test": None,
    "assistant.threads.setStatus": "chat:write",
    "assistant.threads.setSuggestedPrompts": "assistant:write",
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "views.open": None,
    "views.publish": None,
}
"""The bot right that each method needs; None: any token."""

EVENTS = {
    "app_home_opened": None,
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "app_uninstalled": None,
    "tokens_revoked": None,
}
"""The right that each event needs."""

WHOLE_MESSAGE = 12_000


def faults(blocks: list[dict[str, Any]], *, most: int = 50) -> list[str]:
    """Everything that Slack would refuse in a message's or a view's blocks."""
    found = [f"{len(blocks)} blocks"] if not 0 < len(blocks) <= most else []
    for block in blocks:
        check = _CHECKS.get(block["type"])
        found += check(block) if check else [f"unknown block {block['type']}"]
    if (whole := sum(map(_characters, blocks))) > WHOLE_MESSAGE:
        found.append(f"{whole} characters in all")
    return found


def view_faults(view: dict[str, Any]) -> list[str]:
    """The same for a modal or a home page."""
    found = faults(view["blocks"], most=100)
    for part in ("title", "submit", "close"):
        if part in view:
            found += _plain(view[part], 24, part)
    if len(view.get("private_metadata", "")) > 3_000:
        found.append("private_metadata")
    return found


def _characters(value: Any) -> int:
    if isinstance(value, dict):
        return sum(
            len(each)
            if key in {"text", "value", "url"} and isinstance(each, str)
            else _characters(each)
            for key, each in value.items()
        )
    return sum(map(_characters, value)) if isinstance(value, list) else 0


def _plain(text: dict[str, Any], most: int, where: str) -> list[str]:
    good = text["type"] == "plain_text" and 0 < len(text["text"]) <= most
    return [] if good else [f"{where}: {len(text['text'])} characters of {text['type']}"]


def _section(block: dict[str, Any]) -> list[str]:
    return _plain(block["text"], 3_000, "section")


def _header(block: dict[str, Any]) -> list[str]:
    return _plain(block["text"], 150, "header")


def _context(block: dict[str, Any]) -> list[str]:
    elements = block["elements"]
    found = [] if 0 < len(elements) <= 10 else [f"{len(elements)} in a context"]
    return found + [fault for each in elements for fault in _plain(each, 2_000, "context")]


def _actions(block: dict[str, Any]) -> list[str]:
    elements = block["elements"]
    found = [] if 0 < len(elements) <= 25 else [f"{len(elements)} in a row"]
    names = [each["action_id"] for each in elements]
    if len(set(names)) < len(names) or max(map(len, names)) > 255:
        found.append(f"action ids {names}")
    for each in elements:
        found += _plain(each["text"], 75, "button")
        if len(each.get("url", "")) > 3_000 or len(each.get("value", "")) > 2_000:
            found.append("a button's address or value")
    return found


def _context_actions(block: dict[str, Any]) -> list[str]:
    found = []
    for each in block["elements"]:
        for way in ("positive_button", "negative_button"):
            thumb = each[way]
            found += _plain(thumb["text"], 75, way)
            if len(thumb["value"]) > 2_000 or len(thumb.get("accessibility_label", "")) > 75:
                found.append(way)
    return found


def _rich_text(block: dict[str, Any]) -> list[str]:
    """Rich text has no limit of its own in the reference: held to a section's."""
    found = []
    size = 0
    runs = list(block["elements"])
    while runs:
        run = runs.pop()
        runs += run.get("elements", [])
        if run["type"] in {"text", "link"}:
            size += len(run["text"])
            found += [] if run["text"] else ["empty text"]
    return found + ([f"rich text of {size}"] if size > 3_000 else [])


def _input(block: dict[str, Any]) -> list[str]:
    element = block["element"]
    found = _plain(block["label"], 2_000, "label")
    if element["type"] == "checkboxes":
        options = element["options"]
        found += [] if 0 < len(options) <= 10 else ["options"]
        found += [fault for each in options for fault in _plain(each["text"], 75, "option")]
    elif not 0 < element["max_length"] <= 3_000:
        found.append("max_length")
    return found


_CHECKS = {
    "section": _section,
    "header": _header,
    "context": _context,
    "actions": _actions,
    "context_actions": _context_actions,
    "rich_text": _rich_text,
    "input": _input,
}
