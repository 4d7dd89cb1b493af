"""Messages to the bot: direct ones, mentions, what follows in a thread, and edits of them."""

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.context.set_status.async_set_status import AsyncSetStatus
from slack_sdk.web.async_client import AsyncWebClient

from bot.recent import Recent, Seen
from bot.slack.answering import Answering, language, user_of
from bot.slack.markup import literal, plain
from bot.slack.sending import FAULTS, Spot, post, reason, tell, update
from bot.slack.texts import SLACK
from bot.words import Words

log = logging.getLogger("ansvarslots.slack")

_REMEMBERED = 5_000
_STATUS_SECONDS = 1.0
"""So long an answer waits for the status to show: a status that comes later than its answer
would stay."""

# Kinds of message that a person writes; the rest tell of something that happened.
_WRITTEN = frozenset({None, "file_share", "thread_broadcast"})

Event = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A message that asks. ``ts`` names it within its channel; ``edited`` is when it was last
    changed, None for a new one."""

    channel: str
    ts: str
    thread: str
    user: str
    team: str | None
    text: str
    direct: bool
    edited: str | None

    @property
    def spot(self) -> Spot:
        """Where to answer."""
        return Spot(
            channel=self.channel,
            thread=self.thread,
            user=self.user,
            direct=self.direct,
            lang=language(self.text),
        )


class Conversation:
    """Answers messages, each once, and keeps an answer in step with its edited question."""

    def __init__(self, answering: Answering) -> None:
        self._answering = answering
        self._seen = Seen(_REMEMBERED)
        self._answers: Recent[tuple[str, str], str] = Recent(_REMEMBERED)
        self._threads: Recent[tuple[str, str], bool] = Recent(_REMEMBERED)
        self._busy: Recent[tuple[str, str], asyncio.Lock] = Recent(_REMEMBERED)

    async def mentioned(
        self,
        event: Event,
        context: AsyncBoltContext,
        client: AsyncWebClient,
        set_status: AsyncSetStatus,
    ) -> None:
        """``app_mention``: somebody named the bot in a channel."""
        asked = _asked(event, event, context)
        if asked is not None:
            self._threads.put((asked.channel, asked.thread), True)
            await self._take(asked, client, set_status)

    async def message(
        self,
        event: Event,
        context: AsyncBoltContext,
        client: AsyncWebClient,
        set_status: AsyncSetStatus,
    ) -> None:
        """``message``: in a direct message every one is a question; in a channel (where the
        app was given the right to read it) those in a thread that we answer in."""
        written = _written(event)
        asked = _asked(written, event, context) if written is not None else None
        if asked is not None and (asked.direct or self._ours(asked)):
            await self._take(asked, client, set_status)

    async def example(
        self, question: str, context: AsyncBoltContext, client: AsyncWebClient
    ) -> None:
        """A question chosen in the App Home: asked and answered in the user's direct messages."""
        user = context.user_id or ""
        lang = language(question)
        root = Spot(channel=user, thread=None, user=user, direct=True, lang=lang)
        said = Words(lang, SLACK)("home.asked", question=literal(question))
        try:
            first = await client.chat_postMessage(channel=user, text=said)
        except FAULTS as error:
            log.error("Could not post to Slack: %s", reason(error))
            return await tell(client, root, Words(lang, SLACK)("failed.post"))
        asked = Asked(
            channel=first["channel"],
            ts=first["ts"],
            thread=first["ts"],
            user=user,
            team=context.team_id,
            text=question,
            direct=True,
            edited=None,
        )
        return await self._answer(asked, client)

    def _ours(self, asked: Asked) -> bool:
        if self._answers.get((asked.channel, asked.ts)) is not None:
            return True
        return self._threads.get((asked.channel, asked.thread)) is True

    async def _take(self, asked: Asked, client: AsyncWebClient, status: AsyncSetStatus) -> None:
        # A mention may come as app_mention and as message: they are one message to its writer.
        if not self._seen.first(f"{asked.channel} {asked.ts} {asked.edited}"):
            return
        working = asyncio.create_task(_show_status(status, asked.spot.lang))
        # An edit waits for the first answer, so that there is one to update.
        message = (asked.channel, asked.ts)
        busy = self._busy.get(message) or asyncio.Lock()
        self._busy.put(message, busy)
        async with busy:
            await self._answer(asked, client, working)

    async def _answer(
        self, asked: Asked, client: AsyncWebClient, working: "asyncio.Task[None] | None" = None
    ) -> None:
        message, answered = await self._answering.draw(
            asked.text,
            user=user_of(asked.team, asked.user),
            thread=f"{asked.channel}:{asked.thread}",
        )
        if working is not None:
            await asyncio.wait({working}, timeout=_STATUS_SECONDS)
            working.cancel()
        before = self._answers.get((asked.channel, asked.ts))
        if before is not None:
            await update(client, asked.spot, before, message)
        elif answered or asked.direct:
            ts = await post(client, asked.spot, message)
            if ts is not None:
                self._answers.put((asked.channel, asked.ts), ts)
        else:
            # What one person has to mend is not for the whole channel.
            await tell(client, asked.spot, message.blocks[0]["text"]["text"])


def _written(event: Event) -> Event | None:
    """The message that a person wrote or changed, or None for all other news."""
    if event.get("subtype") == "message_changed":
        changed: Event = event.get("message") or {}
        same = changed.get("text") == (event.get("previous_message") or {}).get("text")
        # Slack tells of a link's preview and of a new reply as changes too.
        return None if same or "edited" not in changed else changed
    return event


def _asked(written: Event, event: Event, context: AsyncBoltContext) -> Asked | None:
    """The question in a message, or None when a program or nobody wrote it."""
    user, channel, ts = written.get("user"), event.get("channel"), written.get("ts")
    by_program = "bot_id" in written or written.get("subtype") not in _WRITTEN
    if by_program or not user or not channel or not ts or user == context.bot_user_id:
        return None
    edited = written.get("edited") or {}
    return Asked(
        channel=channel,
        ts=ts,
        thread=written.get("thread_ts") or ts,
        user=user,
        team=context.team_id,
        text=plain(written.get("text") or "", context.bot_user_id),
        direct=event.get("channel_type") == "im" or channel.startswith("D"),
        edited=edited.get("ts"),
    )


async def _show_status(status: AsyncSetStatus, lang: str) -> None:
    """Best effort: plans and channels differ in whether they show it."""
    try:
        await status(Words(lang, SLACK)("status.working"))
    except FAULTS as error:
        log.info("Slack showed no status: %s", reason(error))
