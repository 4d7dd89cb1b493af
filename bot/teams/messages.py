"""What is sent to Teams: an answer, its plain form, a card, a line of text."""

from typing import Any

from microsoft_teams.cards import AdaptiveCard

from bot.teams.library import MessageActivityInput


def with_card(card: AdaptiveCard, summary: str, replaces: str | None = None) -> Any:
    """A message with ``card``. ``summary`` is read out in notifications; ``replaces`` is the
    id of an earlier message that this one takes the place of."""
    # The library's model lets ``summary`` through but does not name it.
    message = MessageActivityInput.model_validate({"summary": summary}).add_card(card)
    return message.with_id(replaces) if replaces else message


def with_text(text: str, replaces: str | None = None) -> MessageActivityInput:
    """A message in which nothing is interpreted."""
    message = MessageActivityInput().with_text(text).with_text_format("plain")
    return message.with_id(replaces) if replaces else message
