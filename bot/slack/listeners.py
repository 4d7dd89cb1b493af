"""Which of Slack's news and clicks goes where."""

import logging
import re
import traceback
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.recent import Seen
from bot.slack.aside import Aside
from bot.slack.conversation import Conversation
from bot.slack.home import EXAMPLE, OPEN_WEB
from bot.slack.home_tab import HomeTab
from bot.slack.message import FEEDBACK, MORE, OPEN_CLAUSE, SHARE, notice
from bot.slack.modals import REASONS_VIEW
from bot.slack.sending import Spot, respond, tell
from bot.slack.texts import SLACK
from bot.words import Words

log = logging.getLogger("ansvarslots.slack")

COMMAND = "/ansvar"
SHORTCUT = "who_is_responsible"

_REMEMBERED = 10_000


def listen(bolt: AsyncApp, conversation: Conversation, aside: Aside, home: HomeTab) -> None:
    """Register every listener on ``bolt``."""
    bolt.middleware(_once())
    bolt.event("app_mention")(conversation.mentioned)
    bolt.event("message")(conversation.message)
    bolt.event("app_home_opened")(home.opened)
    bolt.command(COMMAND)(aside.command)
    bolt.shortcut(SHORTCUT)(aside.shortcut)
    bolt.action(SHARE)(aside.share)
    bolt.action(MORE)(aside.more)
    bolt.action(FEEDBACK)(aside.thumb)
    bolt.action(re.compile(f"^{EXAMPLE}:"))(home.example)
    bolt.action(re.compile(f"^({OPEN_CLAUSE}:|{OPEN_WEB}$)"))(_followed_link)
    bolt.view(REASONS_VIEW)(aside.reasons)
    bolt.error(_unexpected)


async def _followed_link(ack: AsyncAck) -> None:
    """A button that is a link: the browser does it all, but Slack wants to hear from us."""
    await ack()


async def _unexpected(
    error: Exception, body: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
) -> None:
    """Whatever nobody foresaw: logged without what was written, and the user is told."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    log.error("Unexpected in Slack: %s\n%s", type(error).__name__, frames)
    text = Words("sv", SLACK)("failed.unexpected")
    if context.response_url:
        await respond(client, context.response_url, notice(text))
    elif context.user_id and context.channel_id:
        thread = (body.get("event") or {}).get("thread_ts")
        spot = Spot(
            channel=context.channel_id,
            thread=thread,
            user=context.user_id,
            direct=context.channel_id.startswith("D"),
            lang="sv",
        )
        await tell(client, spot, text)


def _once() -> Callable[..., Awaitable[BoltResponse]]:
    seen = Seen(_REMEMBERED)

    async def once(
        body: dict[str, Any], next_: Callable[[], Awaitable[BoltResponse]]
    ) -> BoltResponse:
        """Let each event and each click through once. Slack sends again what it did not hear
        of within three seconds, and a request that was listened in on can be sent again too."""
        key = body.get("event_id") or body.get("trigger_id")
        if key is None or seen.first(key):
            return await next_()
        return BoltResponse(status=200)

    return once
