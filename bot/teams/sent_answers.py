"""Which message of ours answers which of theirs, so that an edited question gets its answer
edited too."""

from collections import OrderedDict

MOST = 10_000


class SentAnswers:
    """The latest answers' ids; older ones are forgotten. For one event loop."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._sent: OrderedDict[tuple[str, str], str] = OrderedDict()

    def remember(self, conversation: str, question: str, answer: str) -> None:
        """``answer`` is the message that answers the message ``question``."""
        self._sent[conversation, question] = answer
        self._sent.move_to_end((conversation, question))
        while len(self._sent) > self._most:
            self._sent.popitem(last=False)

    def find(self, conversation: str, question: str) -> str | None:
        """The message that answers ``question``, when it is remembered."""
        return self._sent.get((conversation, question))
