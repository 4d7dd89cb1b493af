"""Which of several questions in one message the answer is to."""

from collections.abc import Sequence

from retrieval.answer import PartyAnswer
from retrieval.index.lexical import ngrams
from retrieval.steps.compose import Found, decisive_words
from retrieval.texts import say
from retrieval.understanding.several_questions import telling_words

COVERED = 0.3
"""A question is covered when so much of it, in pieces of words, stands in what is cited."""


def one_of_several(
    questions: Sequence[str], found: Sequence[Found], parties: Sequence[PartyAnswer], lang: str
) -> list[str]:
    """A note that names the question answered; none when one was asked, or when the answer
    tells of as many matters and covers them all."""
    if not questions:
        return []
    cited = " ".join(
        f"{e.clause.title or ''} {e.document.text[e.clause.start : e.clause.end]}" for e in found
    )
    told = len({each.what for each in parties}) >= len(questions)
    if told and all(_share(question, cited) >= COVERED for question in questions):
        return []
    deciding = " ".join(decisive_words(each) for each in found)
    shares = [_share(question, deciding) for question in questions]
    best = max(shares)
    if shares.count(best) > 1:
        return [say("several", lang)]
    question = questions[shares.index(best)].rstrip(" ?.!,")
    return [say("one_of_several", lang, question=question)]


def _share(question: str, text: str) -> float:
    """How much of the question's telling words, in pieces, stands in ``text``."""
    asked = set(ngrams(" ".join(telling_words(question))))
    return len(asked & set(ngrams(text))) / max(len(asked), 1)
