"""When somebody opens the app in Slack: the home page, and prompts in an empty chat."""

import logging
from datetime import date
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.context.set_suggested_prompts.async_set_suggested_prompts import (
    AsyncSetSuggestedPrompts,
)
from slack_sdk.web.async_client import AsyncWebClient

from bot.asking.asker import Asker
from bot.settings import BotSettings
from bot.slack.conversation import Conversation
from bot.slack.home import examples, home_view
from bot.slack.sending import FAULTS, reason
from bot.slack.texts import SLACK
from bot.words import Words

log = logging.getLogger("ansvarslots.slack")

_LANG = "sv"


class HomeTab:
    """Publishes the home page anew each time it is opened, so that it tells of today."""

    def __init__(self, asker: Asker, conversation: Conversation, settings: BotSettings) -> None:
        self._asker = asker
        self._conversation = conversation
        self._settings = settings

    async def opened(
        self,
        event: dict[str, Any],
        client: AsyncWebClient,
        set_suggested_prompts: AsyncSetSuggestedPrompts | None,
    ) -> None:
        """``app_home_opened``, on either tab."""
        try:
            if event.get("tab") == "home":
                await client.views_publish(user_id=event["user"], view=self._view())
            elif set_suggested_prompts is not None:
                prompts = [{"title": each, "message": each} for each in examples(_LANG)]
                title = Words(_LANG, SLACK)("prompts.title")
                await set_suggested_prompts(prompts=prompts, title=title)
        except FAULTS as error:
            log.error("Slack did not take the app's home: %s", reason(error))

    async def example(
        self,
        ack: AsyncAck,
        action: dict[str, Any],
        context: AsyncBoltContext,
        client: AsyncWebClient,
    ) -> None:
        """One of the examples was chosen."""
        await ack()
        await self._conversation.example(action["value"], context, client)

    def _view(self) -> dict[str, Any]:
        return home_view(
            self._asker.service.documents,
            on=date.today(),
            keep_days=self._settings.keep_days,
            public_url=self._settings.public_url,
            lang=_LANG,
        )
