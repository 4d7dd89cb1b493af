"""A proposal for a question set, made of what people asked and thought of the answers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from pydantic import Field

from corpus.progress import Progress
from eval.feedback import Feedback
from eval.likeness import groups, likeness, middle
from eval.outcome import REFUSED
from eval.question_set import Question
from eval.run import Answering, TracedAnswer
from eval.wording import wording
from retrieval.answer import AnswerStatus
from retrieval.encoder import Encoder

STAGE = "questions"
CANDIDATES = 5


class Proposal(Question):
    """A question in the set's own format, with what a maintainer needs to judge it.

    ``gold`` and ``principals`` are what is answered today: to be accepted or corrected.
    ``alike`` are other wordings of the group, ``asked`` counts them all, ``feedback`` counts
    people's judgements, ``reasons`` are their words; ``candidates`` are the clauses that the
    search ranks first today.
    """

    alike: tuple[str, ...] = ()
    asked: int = Field(default=1, ge=1)
    feedback: dict[str, int] = Field(default={})
    reasons: tuple[str, ...] = ()
    status: AnswerStatus
    headline: str = ""
    candidates: tuple[str, ...] = ()


ABOUT = frozenset(Proposal.model_fields) - frozenset(Question.model_fields)
"""The fields that a question set does not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    """All feedback in the same words, and how those are answered today."""

    feedback: tuple[Feedback, ...]
    traced: TracedAnswer

    @property
    def question(self) -> str:
        return self.feedback[0].question

    @property
    def ranking(self) -> tuple[str, ...]:
        return tuple(ranked.reference for ranked in self.traced.ranked)


def propose(
    feedback: Sequence[Feedback],
    service: Answering,
    encoder: Encoder,
    *,
    on: date,
    progress: Progress,
) -> tuple[Proposal, ...]:
    """A proposal for each group of questions that are alike, the most disliked first.

    Each question is asked anew, as of its own day or ``on``.
    """
    same: dict[str, list[Feedback]] = {}
    for each in feedback:
        same.setdefault(wording(each.question), []).append(each)
    asked = []
    for done, together in enumerate(same.values()):
        progress(STAGE, done, len(same))
        traced = service.ask_traced(together[0].question, on=together[0].on or on)
        asked.append(_Wording(feedback=tuple(together), traced=traced))
    progress(STAGE, len(same), len(same))
    alike = likeness([each.question for each in asked], [each.ranking for each in asked], encoder)
    made = [
        _proposal(asked[middle(alike, group)], [asked[place] for place in group])
        for group in groups(alike)
    ]
    return tuple(sorted(made, key=lambda one: (-one.feedback.get("down", 0), -one.asked)))


def _proposal(central: _Wording, group: Sequence[_Wording]) -> Proposal:
    answer = central.traced.answer
    answered = answer.status not in REFUSED
    said = [each for one in group for each in one.feedback]
    cited = dict.fromkeys(citation.reference for citation in answer.citations)
    return Proposal(
        id=proposal_id(central.question),
        question=central.question,
        gold=tuple(cited) if answered else (),
        answerable=answered and bool(cited),
        principals=answer.principals if answered else (),
        on=central.feedback[0].on,
        alike=tuple(one.question for one in group if one is not central),
        asked=len(said),
        feedback=dict(sorted(Counter(each.feedback for each in said if each.feedback).items())),
        reasons=tuple(dict.fromkeys(each.reason for each in said if each.reason)),
        status=answer.status,
        headline=answer.headline,
        candidates=central.ranking[:CANDIDATES],
    )


def proposal_id(question: str) -> str:
    """``fb-`` and eight hex digits of the question's words."""
    return f"fb-{sha256(wording(question).encode()).hexdigest()[:8]}"
