"""What the questions teach the ranking and the judge."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.fit import (
    RIVAL_MARGINS,
    Pairing,
    Seen,
    expected_signals,
    fitted,
    judge_weights,
    look_at,
    ranking_weights,
    rival_margin,
)
from eval.question_set import Question, QuestionSet
from eval.threshold import (
    EVERYDAY,
    FALSE_ANSWERS,
    HARD,
    SHARES,
    from_needs,
    lowest_threshold,
    written_as,
)
from retrieval.steps.judge import EVIDENCE, JudgeWeights
from retrieval.steps.rank import BASES, CONSTANT, KNOWN, SIGNALS, RankingWeights, rank
from retrieval.steps.search import Ranking
from tests.eval.made_search import DAY, MUNICIPALITY, REGION, MadeService, question, ranking

Made = list[tuple[Question, Ranking]]
PROBABILITIES = st.floats(min_value=0, max_value=0.9999)


def pairing(made: Made) -> Pairing:
    service = MadeService(table={each.question: seen for each, seen in made})
    questions = tuple(each for each, _ in made)
    own = QuestionSet(name="made", file="made.jsonl", sha256="", questions=questions)
    return Pairing(service=service, sets=(own,))


def seen(made: Made) -> list[Seen]:
    return look_at(pairing(made), DAY)


def by_words_alone(**weights: float) -> RankingWeights:
    given = dict.fromkeys(SIGNALS, 0.0) | {"words": 1.0} | weights
    return RankingWeights(chosen_by="test", weights=given)


def decided_by_words(count: int = 30, part: str = "train") -> Made:
    """Only the words tell which of two clauses is gold; every other signal is chance."""
    random = np.random.default_rng(0)
    made: Made = []
    for number in range(count):
        signals = {name: random.normal(0, 1, 2) for name in SIGNALS}
        first = number % 2 == 0
        signals["words"] = np.array([2.0, 0.0] if first else [0.0, 2.0])
        gold = REGION if first else MUNICIPALITY
        made.append((question(f"{part}{number}", part, gold), ranking(**signals)))
    return made


def told_apart_by_dense(part: str, answerable: int, unanswerable: int) -> Made:
    """The best clause of an answerable question is near by its vector, of another far."""
    random = np.random.default_rng(1)
    made: Made = []
    for number in range(answerable + unanswerable):
        gold = (REGION,) if number < answerable else ()
        dense = random.normal(4.0 if gold else 1.0, 0.5)
        columns = {"dense": [dense, 0.0], "words": [1.0, 0.0]}
        made.append((question(f"{part}{number}", part, *gold), ranking(**columns)))
    return made


def learnt(made: Made) -> dict[str, float]:
    return ranking_weights(seen(made), by_words_alone())


def untold(made: Made) -> list[Seen]:
    """The same clauses, none of which has known questions."""
    silent = dict.fromkeys(KNOWN, np.zeros(2, np.float32))
    return seen(
        [
            (each, replace(r, told=np.zeros(2, np.bool_), signals=replace(r.signals, **silent)))
            for each, r in made
        ]
    )


def test_the_weights_put_gold_first_where_one_signal_decides():
    looked = seen(decided_by_words())
    weights = ranking_weights(looked, by_words_alone())
    found = by_words_alone(**weights)
    for each in looked:
        order, _ = rank(each.ranking.signals, found)
        assert each.gold[order[0]]
    assert max(weights, key=lambda name: abs(weights[name])) == "words"


def test_a_signal_that_is_the_same_everywhere_gets_no_weight_to_speak_of():
    made = [(each, ranking(words=[2, 0], named=[1, 1])) for each, _ in decided_by_words()[::2]]
    assert learnt(made)["named"] == pytest.approx(0, abs=1e-3)


def test_a_question_whose_gold_was_not_found_teaches_the_ranking_nothing():
    made = decided_by_words()
    lost = (question("lost", "train", "annat#9"), ranking(words=[0, 9], dense=[9, 0]))
    assert learnt([*made, lost]) == learnt(made)


@pytest.mark.parametrize(("answerable", "unanswerable"), [(20, 20), (50, 10), (10, 50)])
def test_the_judge_tells_the_answerable_from_the_unanswerable(answerable, unanswerable):
    looked = seen(told_apart_by_dense("train", answerable, unanswerable))
    weights = by_words_alone()
    intercept, found = judge_weights(looked, weights)
    judge = JudgeWeights(chosen_by="", intercept=intercept, weights=found, threshold=0.5)
    for each in looked:
        probability = judge.probability(each.evidence(weights))
        assert (probability > 0.5) == each.question.answerable
    assert found["dense"] > 0
    assert set(found) == set(EVIDENCE)


def test_questions_that_a_rule_turns_away_do_not_teach_the_judge():
    made = told_apart_by_dense("train", 20, 20)
    greeting = (question("hej", "train", text="hej!"), ranking(dense=[9, 0], words=[1, 0]))
    weights = by_words_alone()
    assert judge_weights(seen([*made, greeting]), weights) == judge_weights(seen(made), weights)


def test_questions_in_the_texts_words_teach_the_judge_to_trust_them():
    # The answerable lie near; near misses share more words: alone, words speak against.
    columns = [("yes", 4, 1, (REGION,)), ("no", 1, 4, ())]
    made = [
        (question(f"{name}{n}", "train", *gold), ranking(dense=[dense + n % 2, 0], words=[said, 0]))
        for name, dense, said, gold in columns
        for n in range(20)
    ]
    literal = [
        (question(f"own{n}", "literal", REGION), ranking(dense=[3, 0], words=[9, 0]))
        for n in (1, 2)
    ]
    weights = by_words_alone()
    alone, taught = (judge_weights(seen(made), weights, seen(more))[1] for more in ([], literal))
    assert alone["words"] < 0
    assert alone["words"] < taught["words"]


@pytest.mark.parametrize(
    ("probabilities", "threshold"),
    [
        ([], 0.5),
        ([0.3], 0.3001),  # one of one is more than one in twenty
        ([0.0, 0.0, 0.3], 0.3001),
        ([0.9] + [0.2] * 19, 0.2001),  # the one above is one in twenty
        ([0.9] * 2 + [0.2] * 18, 0.9001),  # ties stand or fall together
        ([0.9, 0.8, 0.8] + [0.1] * 37, 0.8001),  # two of forty may; the tie would make three
        ([0.9, 0.8, 0.7] + [0.1] * 37, 0.7001),
        ([0.0] * 20, 0.0001),
        ([0.99999] * 5, 1.0),
    ],
)
def test_the_threshold_is_just_over_the_first_that_must_be_refused(probabilities, threshold):
    assert lowest_threshold(probabilities, [""] * len(probabilities)) == pytest.approx(threshold)


@given(st.lists(PROBABILITIES, max_size=60))
def test_no_more_than_one_in_twenty_reaches_the_threshold(probabilities):
    threshold = lowest_threshold(probabilities, [""] * len(probabilities))
    assert 0 <= threshold <= 1
    assert sum(p >= threshold for p in probabilities) <= FALSE_ANSWERS * len(probabilities)


def test_each_way_of_writing_weighs_its_share_however_many_there_are():
    assert SHARES == {HARD: 0.25, EVERYDAY: 0.25}
    # 20 others weigh 0.0375 each, so one of them may be answered; 5 hard ones weigh 0.05 each.
    others = [0.9] + [0.2] * 19
    hard = [""] * 20 + [HARD] * 5
    assert lowest_threshold(others + [0.5] * 5, hard) == 0.5001
    assert lowest_threshold([0.1] * 20 + [0.5] * 5, hard) == 0.5001
    assert lowest_threshold([0.5] * 5, [HARD] * 5) == 0.5001
    # Beside both, the others weigh half: 0.025 each; 10 everyday ones weigh 0.025 each.
    three = [""] * 20 + [HARD] * 5 + [EVERYDAY] * 10
    assert lowest_threshold([0.9] * 2 + [0.2] * 18 + [0.1] * 5 + [0.1] * 10, three) == 0.2001
    assert lowest_threshold([0.2] * 20 + [0.1] * 5 + [0.8] * 2 + [0.3] * 8, three) == 0.3001


def test_the_way_of_writing_is_the_mark_that_the_question_carries():
    plain = {"id": "1", "question": "Vem?", "answerable": False}
    assert written_as(Question(**plain)) == ""
    assert written_as(Question(**plain, hard=True)) == HARD
    assert written_as(Question(**plain, everyday=True)) == EVERYDAY
    assert written_as(Question(**plain, everyday=False)) == ""


def test_the_fitted_threshold_keeps_most_of_devs_unanswerable_questions_refused():
    greetings = [
        (question(f"hej{n}", "dev", text="hej" + "!" * (n + 1)), ranking(dense=[9, 0]))
        for n in range(5)
    ]
    made = [
        *decided_by_words(),
        *told_apart_by_dense("train", 20, 20),
        *told_apart_by_dense("dev", 20, 40),
    ]
    all_of_them = [*made, *greetings]
    found = fitted(seen(all_of_them), untold(all_of_them), chosen_by="made")
    looked = [each for each in seen(made) if each.question.part == "dev"]
    answered = [
        each.question.answerable
        for each in looked
        if found.judge.probability(each.evidence(found.ranking)) >= found.judge.threshold
    ]
    assert answered.count(False) <= 0.05 * (40 + 5)
    assert answered.count(True) == 20
    assert found.judge.threshold < 0.9  # the greetings, near as they are, count nothing
    assert found.ranking.chosen_by == found.judge.chosen_by == "made"


def with_known_questions(made: Made) -> Made:
    """Known questions that an unanswerable question resembles less than an answerable one."""
    near = {True: [3.0, 0.0], False: [1.5, 0.0]}
    return [
        (each, replace(r, signals=replace(r.signals, asked=np.float32(near[each.answerable]))))
        for each, r in made
    ]


def test_one_threshold_serves_clauses_with_known_questions_and_without():
    made = with_known_questions(
        [
            *decided_by_words(),
            *told_apart_by_dense("train", 20, 20),
            *told_apart_by_dense("dev", 20, 40),
        ]
    )
    found = fitted(seen(made), untold(made), chosen_by="made")
    for looked in (seen(made), untold(made)):
        answered = [
            each.question.answerable
            for each in looked
            if each.question.part == "dev"
            and found.judge.probability(each.evidence(found.ranking)) >= found.judge.threshold
        ]
        assert answered.count(True) == 20
        # Two of the forty may be answered, so the best of the others is just under.
        assert answered.count(False) == FALSE_ANSWERS * 40


def linear(part: str, told: tuple[bool, bool]) -> Made:
    """Clauses whose known questions follow their other signals by a rule."""
    random = np.random.default_rng(2)
    made: Made = []
    for number in range(12):
        signals = {name: random.normal(0, 1, 2) for name in BASES}
        signals["asked"] = 2 * signals["dense"] - signals["rare"] + 0.5
        signals["likeness"] = 3 * signals["words"]
        # What a clause without known questions has must not count.
        for name in KNOWN:
            signals[name] = np.where(told, signals[name], 99.0)
        asked = question(f"{part}{number}", part, REGION)
        made.append((asked, ranking(told=told, **signals)))
    return made


@pytest.mark.parametrize("told", [(True, True), (True, False)])
def test_what_known_questions_are_worth_is_learnt_from_clauses_that_have_them(told):
    found = expected_signals(seen([*linear("train", told), *decided_by_words(part="dev")]))
    nothing = dict.fromkeys((*BASES, CONSTANT), 0.0)
    assert found["asked"] == pytest.approx(
        nothing | {"dense": 2.0, "rare": -1.0, CONSTANT: 0.5}, abs=1e-3
    )
    assert found["likeness"] == pytest.approx(nothing | {"words": 3.0}, abs=1e-3)


def test_nothing_is_expected_where_no_clause_has_known_questions():
    found = expected_signals(untold(linear("train", (True, True))))
    assert found == dict.fromkeys(KNOWN, dict.fromkeys((*BASES, CONSTANT), 0.0))


def test_a_question_of_a_day_when_nothing_holds_is_turned_away_before_the_judge():
    looked = seen([(question("a", "dev", REGION), ranking(holds=False, dense=[9, 0]))])
    assert looked[0].by_rule


def expecting(*principals: str) -> Made:
    """Two clauses whose scores are 0.25 apart, the first the region's."""
    asked = question("a", "dev", REGION, principals=principals)
    return [(asked, ranking(words=[1.0, 0.75]))]


@pytest.mark.parametrize(
    ("principals", "margin"),
    [
        (("region",), 0.2),  # from 0.3 on both would be named
        (("region", "municipality"), 0.8),  # nothing is lost by showing both
        (("municipality",), 0.8),  # the first clause alone is wrong at any margin
    ],
)
def test_the_rival_margin_is_the_greatest_that_loses_no_right_answer(principals, margin):
    assert margin in RIVAL_MARGINS
    assert rival_margin(seen(expecting(*principals)), by_words_alone()) == margin


def test_a_question_that_says_nothing_of_principals_does_not_move_the_margin():
    asked = question("b", "dev", REGION)
    silent = (asked, ranking(words=[1.0, 1.0]))
    made = expecting("region")
    assert rival_margin(seen([*made, silent]), by_words_alone()) == 0.2


def test_needs_as_they_came_are_told_from_those_that_were_sought():
    plain = {"id": "1", "question": "Vem?", "answerable": False}
    assert from_needs(Question(**plain, everyday=True))
    assert not from_needs(Question(**plain, everyday=True, sought=True))
    assert not from_needs(Question(**plain))
