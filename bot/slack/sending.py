"""Posting to Slack: tried again by the client's retry handlers, and then the user is told."""

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.slack.message import Message, notice
from bot.slack.retries import retry_handlers
from bot.slack.texts import SLACK
from bot.words import Words

log = logging.getLogger("ansvarslots.slack")

FAULTS = (SlackApiError, aiohttp.ClientError, asyncio.TimeoutError, OSError)
"""What a call to Slack fails with."""

# Slack says these of blocks that it does not take; the same answer as plain text gets through.
_OF_BLOCKS = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"}
)
_WAITS = (0.5, 2.0)
"""Seconds before a response is tried again after a fault at Slack's."""

_QUIET: dict[str, Any] = {"unfurl_links": False, "unfurl_media": False}
# Our texts are escaped already; no name or address in them is to become a mention or a link.
_UNREAD: dict[str, Any] = {"mrkdwn": False, "parse": "none"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where in Slack: a channel, a thread in it (its first message's time), and who asked."""

    channel: str
    thread: str | None
    user: str
    direct: bool
    lang: str


async def post(client: AsyncWebClient, spot: Spot, message: Message) -> str | None:
    """Post in the thread. The message's time, or None when it failed and the user was told."""
    arguments: dict[str, Any] = {
        "channel": spot.channel,
        "thread_ts": spot.thread,
        **_QUIET,
        **_UNREAD,
    }
    try:
        try:
            posted = await client.chat_postMessage(**arguments, **message.payload())
        except SlackApiError as error:
            if error.response.get("error") not in _OF_BLOCKS:
                raise
            log.error("Slack took no blocks: %s", reason(error))
            posted = await client.chat_postMessage(**arguments, text=message.text)
        return str(posted["ts"])
    except FAULTS as error:
        log.error("Could not post to Slack: %s", reason(error))
        await tell(client, spot, Words(spot.lang, SLACK)("failed.post"))
        return None


async def update(client: AsyncWebClient, spot: Spot, ts: str, message: Message) -> None:
    """Put ``message`` in place of the one posted at ``ts``."""
    try:
        await client.chat_update(channel=spot.channel, ts=ts, parse="none", **message.payload())
    except FAULTS as error:
        log.error("Could not update a message in Slack: %s", reason(error))
        await tell(client, spot, Words(spot.lang, SLACK)("failed.post"))


async def tell(client: AsyncWebClient, spot: Spot, text: str) -> None:
    """Say something to the asker alone: where they asked, else in their direct messages."""
    message = notice(text).payload()
    if not spot.direct:
        try:
            await client.chat_postEphemeral(
                channel=spot.channel, user=spot.user, thread_ts=spot.thread, parse="none", **message
            )
            return
        except FAULTS as error:
            log.warning("Could not tell a user in the channel: %s", reason(error))
    try:
        # A user's id is their direct message with us.
        await client.chat_postMessage(channel=spot.user, **_UNREAD, **message)
    except FAULTS as error:
        log.error("Could not tell a user: %s", reason(error))


async def respond(
    client: AsyncWebClient, response_url: str, message: Message, **options: Any
) -> bool:
    """Answer a command or a click, to the clicker alone unless ``options`` say otherwise.

    False when Slack did not take it, after all tries; ``client`` lends its connections.
    """
    given = {"response_type": "ephemeral", "replace_original": False, **options}
    return await _send(client, response_url, {**_QUIET, **_UNREAD, **message.payload(), **given})


async def withdraw(client: AsyncWebClient, response_url: str) -> bool:
    """Take away the message that was clicked in."""
    return await _send(client, response_url, {"delete_original": True})


async def _send(client: AsyncWebClient, response_url: str, body: dict[str, Any]) -> bool:
    hook = AsyncWebhookClient(
        response_url,
        timeout=client.timeout,
        proxy=client.proxy,
        session=client.session,
        logger=client.logger,
        retry_handlers=retry_handlers(),
    )
    for wait in (*_WAITS, None):
        try:
            status = (await hook.send_dict(body)).status_code
        except FAULTS as error:
            log.error("Could not respond to Slack: %s", reason(error))
            return False
        if status < 500 or wait is None:
            break
        # The library tries again when we call too often, not when Slack is at fault.
        await asyncio.sleep(wait)
    if status != 200:
        log.error("Slack refused a response: status %s", status)
    return status == 200


def reason(error: BaseException) -> str:
    """What went wrong, without anything that somebody wrote."""
    if isinstance(error, SlackApiError):
        return str(error.response.get("error") or error.response.status_code)
    return type(error).__name__
