"""From a question in Slack to the asker's reply, the same on every way in."""

from dataclasses import replace

from bot.asking.asker import Asker
from bot.asking.errors import AskingError
from bot.asking.values import Incoming, Reply, Surface
from bot.recent import Recent
from bot.slack.message import Message, Setting, answer_message, notice
from retrieval.understanding.language import detect
from retrieval.understanding.patterns import words

_REPLIES = 2_000
_READ = 500
"""Characters that tell the language."""


def language(text: str) -> str:
    """Swedish or English. Slack tells no locale without a right to read about users, which we
    do without, so the question's own language decides."""
    return "en" if detect(text[:_READ], words(text[:_READ])) == "en" else "sv"


def user_of(team: str | None, user: str) -> str:
    """The user's id for the asker: user ids are only sure to be unique within a workspace."""
    return f"{team or ''}:{user}"


class Answering:
    """Asks, and remembers the latest replies so that their buttons work. A restart forgets
    them, and then the user is asked to ask again."""

    def __init__(self, asker: Asker, setting: Setting) -> None:
        self.asker = asker
        self._setting = setting
        self._replies: Recent[str, Reply] = Recent(_REPLIES)

    @property
    def public_url(self) -> str:
        """The base of links to the web page."""
        return self._setting.public_url

    async def draw(
        self,
        text: str,
        *,
        user: str,
        thread: str | None,
        echo: bool = False,
        shareable: bool = False,
    ) -> tuple[Message, bool]:
        """The answer as a message, and whether there was one: False with what to mend."""
        lang = language(text)
        incoming = Incoming(text=text, surface=Surface.SLACK, user=user, thread=thread, lang=lang)
        try:
            reply = await self.asker.ask(incoming)
        except AskingError as error:
            return notice(error.text(lang)), False
        self._replies.put(reply.id, reply)
        setting = replace(self._setting, echo=echo, shareable=shareable)
        return answer_message(reply, setting), True

    def reply(self, id_: str) -> Reply | None:
        """A reply of late, or None when it is gone."""
        return self._replies.get(id_)

    def shared(self, reply: Reply, by: str) -> Message:
        """The reply as everybody in the channel sees it; ``by`` is the sharer's user id."""
        return answer_message(reply, replace(self._setting, echo=True, shared_by=by))
