"""What stands on a card, read as a person would."""

from collections.abc import Iterator
from typing import Any


def elements(card: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every element and action, also within others."""
    for key in ("body", "items", "actions", "inlines", "columns"):
        for each in card.get(key, []):
            yield each
            yield from elements(each)
    if "card" in card:
        yield from elements(card["card"])
    for key in ("selectAction", "fallback"):
        if isinstance(card.get(key), dict):
            yield card[key]


def line(block: dict[str, Any]) -> str:
    return "".join(run["text"] for run in block["inlines"])


def lines(card: dict[str, Any]) -> list[str]:
    return [line(each) for each in elements(card) if each["type"] == "RichTextBlock"]


def quotes(card: dict[str, Any]) -> list[str]:
    boxes = [each for each in card["body"] if each.get("style") == "emphasis"]
    return ["\n".join(line(each) for each in box["items"]) for box in boxes]


def titles(card: dict[str, Any]) -> list[str]:
    return [each["title"] for each in elements(card) if each["type"].startswith("Action.")]


def addresses(card: dict[str, Any]) -> list[str]:
    return [each["url"] for each in elements(card) if each["type"] == "Action.OpenUrl"]


def thumb(card: dict[str, Any], verdict: str) -> dict[str, Any]:
    """What is sent when the button is pressed."""
    for each in elements(card):
        if each["type"] == "Action.Execute" and each["data"].get("verdict") == verdict:
            data: dict[str, Any] = each["data"]
            return dict(data)
    raise AssertionError(f"no thumb {verdict}")
