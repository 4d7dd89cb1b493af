"""What only one person sees: the command, the shortcut, the buttons and the forms."""

import logging
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot.asking.errors import AskingError
from bot.asking.values import Feedback, Surface, Verdict
from bot.slack.answering import Answering, language, user_of
from bot.slack.markup import plain
from bot.slack.message import notice
from bot.slack.modals import COMMENT, more_view, reasons_view, said_view, submitted
from bot.slack.sending import FAULTS, Spot, reason, respond, tell, withdraw
from bot.slack.texts import SLACK
from bot.words import Words

log = logging.getLogger("ansvarslots.slack")

Body = dict[str, Any]


class Aside:
    """Answers that go to the asker alone, until the asker shares one."""

    def __init__(self, answering: Answering) -> None:
        self._answering = answering

    async def command(
        self, ack: AsyncAck, command: Body, context: AsyncBoltContext, client: AsyncWebClient
    ) -> None:
        """``/ansvar fråga``."""
        await ack()
        text = plain(command.get("text") or "")
        user, channel = command["user_id"], command["channel_id"]
        if not text:
            usage = notice(Words("sv", SLACK)("command.usage"))
            await respond(client, command["response_url"], usage)
            return
        # A command has no thread; one person's questions in one channel go on from each other.
        message, _ = await self._answering.draw(
            text,
            user=user_of(context.team_id, user),
            thread=f"{channel}:command:{user}",
            echo=True,
            shareable=True,
        )
        if not await respond(client, command["response_url"], message):
            await _tell(client, user, language(text))

    async def shortcut(
        self, ack: AsyncAck, shortcut: Body, context: AsyncBoltContext, client: AsyncWebClient
    ) -> None:
        """``Vem ansvarar för detta?`` on somebody's message."""
        await ack()
        written = shortcut["message"]
        text = plain(written.get("text") or "", context.bot_user_id)
        user = shortcut["user"]["id"]
        if text:
            message, _ = await self._answering.draw(
                text,
                user=user_of(context.team_id, user),
                thread=None,
                echo=True,
                shareable=True,
            )
        else:
            message = notice(Words("sv", SLACK)("shortcut.no_text"))
        if not await respond(client, shortcut["response_url"], message, **_thread(written)):
            await _tell(client, user, language(text))

    async def share(self, ack: AsyncAck, body: Body, action: Body, client: AsyncWebClient) -> None:
        """``Dela i kanalen``: the same answer for everybody, and the private one goes away."""
        await ack()
        reply = self._answering.reply(action["value"])
        if reply is None:
            await self._gone(body, client)
            return
        message = self._answering.shared(reply, by=body["user"]["id"])
        url, thread = body["response_url"], _thread(body.get("container") or {})
        if await respond(client, url, message, response_type="in_channel", **thread):
            await withdraw(client, url)
        else:
            failed = notice(Words(reply.answer.lang, SLACK)("failed.share"))
            await respond(client, url, failed, **thread)

    async def more(self, ack: AsyncAck, body: Body, action: Body, client: AsyncWebClient) -> None:
        """``Fler punkter``."""
        await ack()
        reply = self._answering.reply(action["value"])
        if reply is None:
            await self._gone(body, client)
        else:
            await self._open(client, body, more_view(reply, self._answering.public_url))

    async def thumb(
        self,
        ack: AsyncAck,
        body: Body,
        action: Body,
        context: AsyncBoltContext,
        client: AsyncWebClient,
    ) -> None:
        """A thumb. One that points down is kept at once, and its reasons when they are sent."""
        await ack()
        way, lang, answer = action["value"].split(":", 2)
        verdict = Verdict(way)
        if verdict is Verdict.DOWN:
            # First, for Slack lets a window be opened for three seconds only.
            await self._open(client, body, reasons_view(answer, lang))
        feedback = Feedback(
            id=answer,
            verdict=verdict,
            surface=Surface.SLACK,
            user=user_of(context.team_id, body["user"]["id"]),
        )
        failed = await self._keep(feedback, lang)
        if failed or verdict is Verdict.UP:
            said = notice(failed or Words(lang, SLACK)("feedback.thanks"))
            await respond(
                client, body["response_url"], said, **_thread(body.get("container") or {})
            )

    async def reasons(
        self, ack: AsyncAck, body: Body, view: Body, context: AsyncBoltContext
    ) -> None:
        """The form of reasons was sent. What cannot be kept is said in the form, which stays."""
        feedback, lang = submitted(view, user_of(context.team_id, body["user"]["id"]))
        failed = await self._keep(feedback, lang)
        if failed:
            await ack(response_action="errors", errors={COMMENT: failed})
        else:
            thanks = Words(lang, SLACK)("feedback.thanks")
            await ack(response_action="update", view=said_view(thanks, lang))

    async def _keep(self, feedback: Feedback, lang: str) -> str | None:
        """None when it was kept, else what to say."""
        try:
            await self._answering.asker.give_feedback(feedback)
        except AskingError as error:
            return error.text(lang)
        return None

    async def _open(self, client: AsyncWebClient, body: Body, form: Body) -> None:
        try:
            await client.views_open(trigger_id=body["trigger_id"], view=form)
        except FAULTS as error:
            log.error("Slack opened no window: %s", reason(error))

    async def _gone(self, body: Body, client: AsyncWebClient) -> None:
        await respond(client, body["response_url"], notice(Words("sv", SLACK)("gone")))


async def _tell(client: AsyncWebClient, user: str, lang: str) -> None:
    """In the user's direct messages, that an answer did not get through."""
    spot = Spot(channel=user, thread=None, user=user, direct=True, lang=lang)
    await tell(client, spot, Words(lang, SLACK)("failed.post"))


def _thread(message: Body) -> dict[str, str]:
    """The thread that the message stands in, for a response in the same place."""
    return {"thread_ts": message["thread_ts"]} if message.get("thread_ts") else {}
