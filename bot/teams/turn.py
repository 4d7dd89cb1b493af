"""One question from Teams, and its answer."""

import asyncio
import logging
from typing import TypeAlias

import httpx

from bot.asking.asker import Asker
from bot.asking.errors import AskingError
from bot.asking.values import Incoming, Reply, Surface
from bot.recent import Recent
from bot.settings import BotSettings
from bot.teams.card import drawing
from bot.teams.fitting import fitted
from bot.teams.library import (
    Account,
    ActivityContext,
    InstalledActivity,
    MessageActivity,
    MessageActivityInput,
    MessageUpdateActivity,
    TypingActivityInput,
)
from bot.teams.messages import with_card, with_text
from bot.teams.plain import plain, summary
from bot.teams.question import language, question
from bot.teams.texts import TEAMS
from bot.teams.welcome import welcome
from bot.words import Words

LOG = logging.getLogger("ansvarslots.teams")

TYPING_AFTER_SECONDS = 0.25
"""A quicker answer needs no sign that it is on its way."""

MOST_SENT = 10_000
"""Answers whose ids are remembered, so that an edited question gets its answer edited too."""

NOT_TAKEN = frozenset({400, 413, 415, 422})
"""Teams has read the message and will not have it: the same again is of no use."""

Written: TypeAlias = ActivityContext[MessageActivity] | ActivityContext[MessageUpdateActivity]
Turn: TypeAlias = Written | ActivityContext[InstalledActivity]


def user_id(account: Account) -> str:
    """Who it is: the directory's id, which is the same in all conversations, or Teams' own."""
    return account.aad_object_id or account.id


def spoken(turn: Turn) -> str:
    """The language of the user's Teams."""
    activity = turn.activity
    if activity.locale:
        return language(activity.locale)
    named = (getattr(each, "locale", None) for each in activity.entities or [])
    return language(next((each for each in named if isinstance(each, str)), None))


class Turns:
    """Answers messages. It holds nothing of what was asked but the ids of messages."""

    def __init__(self, asker: Asker, settings: BotSettings) -> None:
        self._asker = asker
        self._settings = settings
        self._sent: Recent[tuple[str, str], str] = Recent(MOST_SENT)

    async def answer(self, turn: Written) -> None:
        """Answer a message, new or edited; an empty one gets the welcome."""
        text = question(turn.activity)
        if not text:
            await self.welcome(turn)
            return
        try:
            reply = await self._asked(turn, text)
        except AskingError as error:
            await self._send(turn, with_text(error.text(spoken(turn)), self._earlier(turn)))
            return
        await self._deliver(turn, reply)

    async def welcome(self, turn: Turn) -> None:
        """Say what Ansvarslotsen is."""
        say = Words(spoken(turn), TEAMS)
        card = welcome(say, days=self._settings.keep_days)
        await turn.send(with_card(card, say("welcome.title")))

    async def say(self, turn: Turn, key: str) -> None:
        """Send one of our own texts."""
        text = Words(spoken(turn), TEAMS)(key, address=self._settings.public_url)
        await turn.send(with_text(text))

    async def _asked(self, turn: Written, text: str) -> Reply:
        incoming = Incoming(
            text=text,
            surface=Surface.TEAMS,
            user=user_id(turn.activity.from_),
            thread=turn.activity.conversation.id,
            lang=spoken(turn),
        )
        asking = asyncio.create_task(self._asker.ask(incoming))
        await asyncio.wait({asking}, timeout=TYPING_AFTER_SECONDS)
        if asking.done():
            return await asking
        typing = asyncio.create_task(self._typing(turn))
        try:
            return await asking
        finally:
            typing.cancel()  # a sign that has not arrived by now would only come too late
            await asyncio.gather(typing, return_exceptions=True)

    async def _typing(self, turn: Written) -> None:
        try:
            await turn.send(TypingActivityInput())
        except httpx.HTTPError as error:
            LOG.info("Teams: no typing status: %s", type(error).__name__)

    async def _deliver(self, turn: Written, reply: Reply) -> None:
        found = drawing(reply, spoken(turn), self._settings.public_url)
        try:
            await self._send(
                turn, with_card(fitted(found), summary(found.seen), self._earlier(turn))
            )
        except httpx.HTTPStatusError as error:
            status = error.response.status_code
            LOG.warning("Teams did not take a card: %s", status)
            if status in NOT_TAKEN:
                await self._send(turn, with_text(plain(found.seen), self._earlier(turn)))
            else:
                await self.say(turn, "error.unsent")

    def _earlier(self, turn: Written) -> str | None:
        """Our earlier answer to the same message, if this is an edit of it."""
        return self._sent.get((turn.activity.conversation.id, turn.activity.id))

    async def _send(self, turn: Written, message: MessageActivityInput) -> None:
        try:
            sent = await turn.send(message)
        except httpx.HTTPStatusError as error:
            if message.id is None or error.response.status_code != httpx.codes.NOT_FOUND:
                raise
            # Somebody has removed the earlier answer.
            message.id = None
            sent = await turn.send(message)
        self._sent.put((turn.activity.conversation.id, turn.activity.id), sent.id)
