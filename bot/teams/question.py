"""The question in a message: without mentions, quotations and markup that Teams adds."""

import html
import re

from bot.teams.library import MessageActivity, MessageUpdateActivity, strip_mentions_text
from bot.words import LANGUAGES

_LEFT = re.compile(r"<at[^>]*>.*?</at>|<quoted\b[^>]*/?>", re.IGNORECASE | re.DOTALL)


def question(activity: MessageActivity | MessageUpdateActivity) -> str:
    """What was asked. Mentions of people go too: a name is personal data and no part of it."""
    text = strip_mentions_text(activity) or ""
    text = html.unescape(_LEFT.sub(" ", text))
    return text.replace("\N{NO-BREAK SPACE}", " ").strip()


def language(locale: str | None) -> str:
    """``en`` for English clients, Swedish for all others."""
    return LANGUAGES[1] if (locale or "").casefold().split("-")[0] == "en" else LANGUAGES[0]
