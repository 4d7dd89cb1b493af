"""The questions that one message asks, when it asks more than one."""

import re
from collections.abc import Sequence

from retrieval.understanding.chat_sentences import ChatSentence, Part
from retrieval.understanding.follow_up import has_a_subject, leans
from retrieval.understanding.language import small_words
from retrieval.understanding.patterns import words

_WHO = r"(?:vem|vems|vilka|vilken|vilket|who|whose|which)\b"
_ANOTHER = re.compile(rf",?\s+(?:och|o|samt|and)\s+(?={_WHO})", re.IGNORECASE)
_ASKS = re.compile(
    rf"(?:(?:och|o|samt|and)\s+)?(?:{_WHO}|(?:hur|när|vad|how|when|what)\b)", re.IGNORECASE
)


def several_questions(sentences: Sequence[ChatSentence]) -> tuple[str, ...]:
    """Each question of a message that asks several, in order; empty when it asks one.

    What only goes on from the question before (``Eller är det vi?``), or repeats its words,
    is no other question.
    """
    found: list[str] = []
    known: set[str] = set()
    for sentence in sentences:
        if sentence.part is not Part.QUESTION or _goes_on(sentence.text):
            continue
        for text in _ANOTHER.split(sentence.text):
            telling = set(telling_words(text))
            if not telling <= known and has_a_subject(text):
                found.append(" ".join(text.split()))
                known |= telling
    return tuple(found) if len(found) > 1 else ()


def _goes_on(text: str) -> bool:
    return not _ASKS.match(text) and leans(text)


def telling_words(text: str) -> list[str]:
    """The words with a meaning of their own, in lower case."""
    small = small_words("sv") | small_words("en")
    return [w.plain for w in words(text) if w.plain not in small and len(w.plain) > 1]
