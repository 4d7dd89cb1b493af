"""Find the weights of the ranking and of the judge on the question sets.

The ranking's weights are found on ``train`` by a listwise softmax: the probability that the
weighted signals give to the gold clauses among the candidates is made as great as can be
(Cao et al. 2007, ListNet with one relevant level), with a small ridge. The judge is a
logistic on ``train`` and on questions in the clauses' own words (``eval.literal``); its
threshold is chosen on ``dev``: the lowest that answers at most one in twenty of the questions
that the corpus does not answer. ``sure`` is the same for the needs of the everyday questions
alone: an answer under it is said to be unsure.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import logsumexp

from corpus.progress import Progress, quiet
from eval.baselines import without_known_questions
from eval.literal import LITERAL, literal_questions
from eval.question_set import Question, QuestionSet
from eval.threshold import EVERYDAY, from_needs, lowest_threshold, written_as
from retrieval.service import AnsweringService
from retrieval.steps.answer import compose
from retrieval.steps.inquiry import Inquiry
from retrieval.steps.judge import EVIDENCE, Evidence, JudgeWeights, Untold, evidence
from retrieval.steps.rank import (
    BASES,
    CONSTANT,
    KNOWN,
    SIGNALS,
    RankingWeights,
    Signals,
    filled,
    rank,
)
from retrieval.steps.search import Ranking
from retrieval.understand import Scope

Floats = NDArray[np.float64]

RIDGE_RANKING = 0.02
RIDGE_JUDGE = 0.02
LITERAL_SHARE = 0.2
"""Of 0, 0.05, 0.1, 0.2 and 0.3 the one at which ``dev`` had the greatest coverage."""
RIVAL_MARGINS = (0.0, 0.1, 0.2, 0.3, 0.5, 0.8)
RIVAL_COST = 0.02
"""This share of the answers may lose exactness for showing both clauses of close pairs."""


_ANSWERS_ALL = JudgeWeights(chosen_by="", intercept=0.0, weights={}, threshold=0.0)
"""Where the threshold plays no part: the answer itself is looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Question sets and the service that is to answer them."""

    service: AnsweringService
    sets: tuple[QuestionSet, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Seen:
    """A question with what the search saw of it; ``gold`` (n,) marks the right candidates."""

    question: Question
    service: AnsweringService
    inquiry: Inquiry
    ranking: Ranking
    gold: NDArray[np.bool_]

    @property
    def by_rule(self) -> bool:
        """Whether the question is turned away before the judge is heard."""
        understood = self.inquiry.understood
        outside = understood.scope is not Scope.IN_SCOPE or bool(understood.missing_sources)
        return outside or not self.ranking.holds

    def evidence(self, weights: RankingWeights) -> Evidence:
        """What the judge hears when the candidates are ranked by ``weights``."""
        signals = self.signals(weights)
        order, scores = rank(signals, weights)
        return evidence(self.ranking.facts, signals, order, scores, self.ranking.told)

    def signals(self, weights: RankingWeights) -> Signals:
        """The signals, with what ``weights`` expect where there are no known questions."""
        return filled(self.ranking.signals, self.ranking.told, weights)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """The weights found."""

    ranking: RankingWeights
    judge: JudgeWeights


def fit(
    pairings: Sequence[Pairing], *, on: date, chosen_by: str, progress: Progress = quiet
) -> Fitted:
    """Find both sets of weights. ``chosen_by`` is kept with them."""
    wide = [replace(p, sets=(*p.sets, literal_questions(p.service))) for p in pairings]
    told = [each for pairing in wide for each in look_at(pairing, on, progress)]
    untold = [each for pairing in wide for each in look_at(_untold(pairing), on, progress)]
    return fitted(told, untold, chosen_by=chosen_by)


def fitted(told: Sequence[Seen], untold: Sequence[Seen], *, chosen_by: str) -> Fitted:
    """The weights found on what was seen with (``told``) and without known questions."""
    # Both as the statutes stand, with known questions, and as a new agreement does, without.
    train = [each for each in (*told, *untold) if each.question.part == "train"]
    dev = [each for each in told if each.question.part == "dev"]
    ranking = RankingWeights(
        chosen_by=chosen_by, weights={}, expected=expected_signals([*told, *untold])
    )
    ranking = ranking.model_copy(update={"weights": ranking_weights(train, ranking)})
    judge = _judge(told, ranking, chosen_by)
    alone = _judge(untold, ranking, chosen_by)
    # One threshold: the judge of clauses without known questions is moved to the other's.
    moved = alone.intercept + _logit(judge.threshold) - _logit(alone.threshold)
    other = Untold(intercept=round(moved, 4), weights=alone.weights)
    judge = judge.model_copy(update={"untold": other})
    margin = rival_margin(dev, ranking)
    return Fitted(ranking=ranking.model_copy(update={"rival_margin": margin}), judge=judge)


def look_at(pairing: Pairing, on: date, progress: Progress = quiet) -> list[Seen]:
    """Ask every question and keep what the search saw of it."""
    questions = [question for each in pairing.sets for question in each.questions]
    clauses = pairing.service.clauses
    seen = []
    for done, question in enumerate(questions):
        progress("questions", done, len(questions))
        inquiry = pairing.service.inquire(question.question, on=question.on or on, lang="sv")
        ranking = pairing.service.rank(inquiry)
        references = [clauses[row].reference for row in ranking.candidates.rows]
        gold = np.asarray([each in question.gold for each in references], dtype=np.bool_)
        seen.append(
            Seen(
                question=question,
                service=pairing.service,
                inquiry=inquiry,
                ranking=ranking,
                gold=gold,
            )
        )
    return seen


def _judge(seen: Sequence[Seen], ranking: RankingWeights, chosen_by: str) -> JudgeWeights:
    """The logistic found on ``train`` and its threshold on ``dev``."""
    train = [each for each in seen if each.question.part == "train"]
    dev = [each for each in seen if each.question.part == "dev"]
    intercept, weights = judge_weights(train, ranking, _found_literal(seen, ranking))
    judge = JudgeWeights(chosen_by=chosen_by, intercept=intercept, weights=weights, threshold=0.5)
    heard = [(each.question, _heard(each, ranking, judge)) for each in dev]
    wrong = [pair for pair in heard if not pair[0].answerable]
    needs = [probability for question, probability in wrong if from_needs(question)]
    threshold = lowest_threshold([p for _, p in wrong], [written_as(q) for q, _ in wrong])
    sure = lowest_threshold(needs, [EVERYDAY] * len(needs)) if needs else threshold
    return judge.model_copy(update={"threshold": threshold, "sure": max(threshold, sure)})


def _found_literal(seen: Sequence[Seen], ranking: RankingWeights) -> list[Seen]:
    """The questions in a clause's own words that find it: the others say too little."""
    literal = [each for each in seen if each.question.part == LITERAL and not each.by_rule]
    return [each for each in literal if each.gold[rank(each.signals(ranking), ranking)[0][0]]]


def _logit(probability: float) -> float:
    inside = min(max(probability, 1e-4), 1 - 1e-4)
    return float(np.log(inside / (1 - inside)))


def _untold(pairing: Pairing) -> Pairing:
    """The same questions to the same clauses, none of which has known questions."""
    service = without_known_questions(pairing.service.index, pairing.service.encoder)
    return replace(pairing, service=service)


def expected_signals(seen: Sequence[Seen]) -> dict[str, dict[str, float]]:
    """What the other signals let expect of those that need known questions.

    Least squares over the candidates of ``train`` that have known questions; nothing is
    expected when none has any.
    """
    found = [each.ranking for each in seen if each.question.part == "train"]
    columns = {
        name: np.concatenate([getattr(each.signals, name)[each.told] for each in found])
        for name in (*BASES, *KNOWN)
    }
    ones = np.ones(len(columns[KNOWN[0]]))
    bases = np.stack([*(columns[name] for name in BASES), ones], axis=1).astype(np.float64)
    return {
        name: dict(
            zip(
                (*BASES, CONSTANT),
                np.linalg.lstsq(bases, columns[name], rcond=None)[0].round(4).tolist(),
                strict=True,
            )
        )
        for name in KNOWN
    }


def ranking_weights(train: Sequence[Seen], expecting: RankingWeights) -> dict[str, float]:
    """The weight of every signal. Questions whose gold is no candidate teach nothing."""
    usable = [each for each in train if each.gold.any()]
    matrices = [each.signals(expecting).matrix().astype(np.float64) for each in usable]
    spread = np.concatenate([matrix - matrix.mean(axis=0) for matrix in matrices]).std(axis=0)
    scale = np.where(spread > 0, spread, 1.0)
    scaled = [matrix / scale for matrix in matrices]

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, gradient = 0.0, np.zeros_like(weights)
        for matrix, each in zip(scaled, usable, strict=True):
            scores = matrix @ weights
            norm = logsumexp(scores)
            golden = logsumexp(scores[each.gold])
            total += norm - golden
            gradient += np.exp(scores - norm) @ matrix
            gradient -= np.exp(scores[each.gold] - golden) @ matrix[each.gold]
        ridge = RIDGE_RANKING * len(usable)
        return float(total + ridge * weights @ weights), gradient + 2 * ridge * weights

    found = minimize(loss, np.full(len(SIGNALS), 0.3), jac=True, method="L-BFGS-B")
    return dict(zip(SIGNALS, (found.x / scale).round(4).tolist(), strict=True))


def judge_weights(
    train: Sequence[Seen], ranking: RankingWeights, literal: Sequence[Seen] = ()
) -> tuple[float, dict[str, float]]:
    """The logistic's intercept and weights; questions a rule turns away are left out.

    ``literal`` weigh ``LITERAL_SHARE`` of the answerable ones, however many they are.
    """
    asked = [each for each in train if not each.by_rule]
    rows, answerable = _evidence_rows([*asked, *literal], ranking)
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    scale = np.where(spread > 0, spread, 1.0)
    scaled = (rows - mean) / scale
    # Both classes weigh the same, however many of each were written.
    yes = int(answerable[: len(asked)].sum())
    no = len(asked) - yes
    share = LITERAL_SHARE if literal else 0.0
    weight = np.where(answerable, 0.5 * (1 - share) / max(yes, 1), 0.5 / max(no, 1))
    weight[len(asked) :] = 0.5 * share / max(len(literal), 1)
    sign = np.where(answerable, 1.0, -1.0)

    def loss(found: Floats) -> tuple[float, Floats]:
        margins = sign * (scaled @ found[1:] + found[0])
        total = float(weight @ np.logaddexp(0, -margins) + RIDGE_JUDGE * found[1:] @ found[1:])
        pull = -weight * sign / (1 + np.exp(margins))
        gradient = np.concatenate([[pull.sum()], pull @ scaled + 2 * RIDGE_JUDGE * found[1:]])
        return total, gradient

    found = minimize(loss, np.zeros(len(EVIDENCE) + 1), jac=True, method="L-BFGS-B").x
    weights = found[1:] / scale
    intercept = float(found[0] - weights @ mean)
    return round(intercept, 4), dict(zip(EVIDENCE, weights.round(4).tolist(), strict=True))


def _evidence_rows(
    seen: Sequence[Seen], ranking: RankingWeights
) -> tuple[Floats, NDArray[np.bool_]]:
    rows = np.stack([each.evidence(ranking).vector() for each in seen]).astype(np.float64)
    return rows, np.asarray([each.question.answerable for each in seen])


def rival_margin(dev: Sequence[Seen], ranking: RankingWeights) -> float:
    """The greatest margin at which hardly fewer answers name exactly the right principals.

    A greater margin shows both clauses of a close pair more often, so that fewer answers
    name one wrong party; but an answer that names two where one is right is wrong too.
    """
    asked = [each for each in dev if each.question.principals is not None and each.gold.any()]

    def right(margin: float) -> int:
        tried = ranking.model_copy(update={"rival_margin": margin})
        return sum(_names_principals(each, tried) for each in asked)

    bar = right(0.0) - RIVAL_COST * len(asked)
    return max(margin for margin in RIVAL_MARGINS if right(margin) >= bar)


def _names_principals(each: Seen, ranking: RankingWeights) -> bool:
    index = each.service.index
    signals = each.signals(ranking)
    order, scores = rank(signals, ranking)
    ranked = replace(
        each.ranking,
        signals=signals,
        order=order,
        scores=scores,
        rival_margin=ranking.rival_margin,
    )
    documents = {document.id: document for document in index.documents}
    answer = compose(each.inquiry, ranked, index, documents, 1.0, _ANSWERS_ALL)
    return set(answer.principals) == set(each.question.principals or ())


def _heard(each: Seen, ranking: RankingWeights, judge: JudgeWeights) -> float:
    """The probability that decides; 0 for a question that a rule turns away."""
    return 0.0 if each.by_rule else judge.probability(each.evidence(ranking))
