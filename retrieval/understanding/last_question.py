"""The question that a long message really asks, with the background it needs."""

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.understanding.chat_sentences import ChatSentence, Part

SHORT = 30
"""A message of at most so many words is searched as it stands, courtesies aside."""
ENOUGH = 60
"""So many words of question and background together are enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastQuestion:
    """``text`` is what to search for; ``question`` the asking sentence alone."""

    text: str
    question: str


def last_question(sentences: Sequence[ChatSentence]) -> LastQuestion:
    """Drop greetings, thanks and signatures; of a long message keep the last real question and
    the sentences nearest to it. A message without a question is kept whole."""
    telling = [s for s in sentences if s.part in (Part.QUESTION, Part.BACKGROUND)]
    if not telling or len(sentences) == 1:
        whole = _joined(sentences)
        return LastQuestion(text=whole, question=whole)
    at = _asking(telling)
    question = telling[at].text
    if _length(telling) <= SHORT:
        return LastQuestion(text=_joined(telling), question=question)
    return LastQuestion(text=_joined(_with_background(telling, at)), question=question)


def _asking(telling: Sequence[ChatSentence]) -> int:
    """The last question that has something to say, else the last question, else the last."""
    asking = [i for i, s in enumerate(telling) if s.part is Part.QUESTION]
    full = [i for i in asking if len(telling[i].content) >= 2]
    return (full or asking or [len(telling) - 1])[-1]


def _with_background(telling: Sequence[ChatSentence], at: int) -> Sequence[ChatSentence]:
    """Add neighbours, the nearest first, until the message is long enough to be understood."""
    kept = {at}
    nearest = sorted(set(range(len(telling))) - kept, key=lambda i: (abs(i - at), i > at))
    for place in nearest:
        total = _length([telling[i] for i in kept]) + len(telling[place].text.split())
        if total > ENOUGH:
            break
        kept.add(place)
    return [telling[i] for i in sorted(kept)]


def _length(sentences: Sequence[ChatSentence]) -> int:
    return sum(len(s.text.split()) for s in sentences)


def _joined(sentences: Sequence[ChatSentence]) -> str:
    return " ".join(" ".join(s.text.split()) for s in sentences)
