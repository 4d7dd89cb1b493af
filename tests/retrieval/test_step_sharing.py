"""Sharing: when more than one party of a clause answers, and who does before who does not."""

from dataclasses import replace

import numpy as np
import pytest

from corpus.clause import Clause
from corpus.duties import read_duties
from corpus.party import Principal
from corpus.party_lexicon import PartyLexicon
from retrieval.answer import AnswerStatus
from retrieval.steps.compose import Found, headline, party_answers, principals_of, status_of
from retrieval.steps.decide import Decisive, decide
from retrieval.steps.sharing import principals
from retrieval.steps.wanted import Wanted, wanted
from retrieval.understand import KnownSources, understand
from tests.corpus.duty_gold import clause_of
from tests.retrieval.test_step_verify import DOCUMENT

MUNICIPALITY, REGION = Principal.MUNICIPALITY, Principal.REGION
BOTH = frozenset({MUNICIPALITY, REGION})
LEXICON = PartyLexicon.load()

PLAN = "Kommunen ska hålla planen aktuell. Vårdcentralen ska godkänna den. Planen är kort."
SAME = (
    "Regionen ska ta över uppgiften för den som inte är inskriven. "
    "Kommunen ska göra detsamma för den som är inskriven. Ingen ska bli utan."
)
EXCEPTION = (
    "Kommunens betalningsansvar ska inte inträda om det beror på att insatser som den "
    "regionfinansierade öppna vården ansvarar för saknas."
)
ONLY_IF = "Kommunen ska betala endast om vårdcentralen har kallat till mötet."
TOGETHER = "Kommunen ska samverka med regionen vid planeringen."
NOT = "Vårdcentralen ska bedöma alla. Kommunens sjuksköterska har inte uppdraget att åka hem."


def clause(text: str) -> Clause:
    bare = clause_of(text)
    return Clause(
        document=bare.document,
        id=bare.id,
        label="1",
        title=None,
        headings=(),
        start=0,
        end=len(text),
        duties=read_duties(text, bare, LEXICON),
    )


def decided(text: str, word: str, want: Wanted) -> Decisive:
    """Decide as if ``word`` were the token that matches the question."""
    offsets = np.array([text.index(word)], np.int32)
    return decide(text, clause(text), offsets, np.ones((1, 1), np.float32), want)


def named(text: str, word: str, **want: object) -> set[Principal]:
    return principals(decided(text, word, Wanted(**want)).duties)  # type: ignore[arg-type]


def test_one_thing_asked_is_answered_by_the_decisive_sentence_alone() -> None:
    assert named(PLAN, "aktuell", principals=BOTH) == {MUNICIPALITY}


def test_several_things_asked_name_each_principal_of_the_clause() -> None:
    assert named(PLAN, "aktuell", several=True) == BOTH


@pytest.mark.parametrize("word", ["inte är inskriven", "som är inskriven"])
def test_parties_held_against_each_other_are_both_named_where_one_does_the_same(word: str) -> None:
    assert named(SAME, word, alternatives=True) == BOTH


def test_doing_the_same_is_left_out_when_the_question_tells_of_the_circumstance() -> None:
    sides = frozenset({("enrolment", "not_enrolled")})
    assert named(SAME, "inte är inskriven", sides=sides) == {REGION}


PLACES = "Kommunen ska betala blöjor i särskilt boende. Regionen ska betala dem i ordinärt boende."


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        ((), BOTH),
        ((("age", "child"),), BOTH),
        ((("place", "care_home"),), {MUNICIPALITY}),
        ((("place", "home"),), {REGION}),
    ],
)
def test_what_hangs_on_a_circumstance_that_is_not_told_is_both_parties(
    sides: tuple[tuple[str, str], ...], expected: set[Principal]
) -> None:
    word = "ordinärt" if expected == {REGION} else "särskilt"
    assert named(PLACES, word, who=True, sides=frozenset(sides)) == expected


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        (EXCEPTION, BOTH, BOTH),
        (EXCEPTION, frozenset({REGION}), {MUNICIPALITY}),
        (EXCEPTION, frozenset(), {MUNICIPALITY}),
        (ONLY_IF, BOTH, BOTH),
        (ONLY_IF, frozenset({MUNICIPALITY}), {MUNICIPALITY}),
        (TOGETHER, frozenset({REGION}), BOTH),
        (TOGETHER, frozenset(), {MUNICIPALITY}),
        ("Kommunen ska underrätta regionen.", BOTH, {MUNICIPALITY}),
        ("Avtalet ska följas.", BOTH, set()),
    ],
)
def test_a_partner_that_the_question_names_joins_where_the_sentence_joins_them(
    text: str, asked: frozenset[Principal], expected: set[Principal]
) -> None:
    assert named(text, text.split()[1], principals=asked) == expected


def test_the_partner_of_a_condition_carries_the_condition_and_not_the_duty() -> None:
    duty, condition = decided(ONLY_IF, "betala", Wanted(principals=BOTH)).duties
    assert (principals([duty]), duty.what) == ({MUNICIPALITY}, "betala")
    assert (principals([condition]), condition.what) == (
        {REGION},
        "endast om vårdcentralen har kallat till mötet",
    )


def test_asked_who_does_it_the_answer_is_not_who_does_not() -> None:
    assert named(NOT, "åka hem", who=True) == {REGION}
    assert named(NOT, "åka hem") == {MUNICIPALITY}


def test_who_does_not_is_the_answer_when_the_clause_tells_of_nobody_else() -> None:
    text = "Kommunens sjuksköterska har inte uppdraget att åka hem."
    assert named(text, "åka hem", who=True) == {MUNICIPALITY}


def test_a_shared_exception_is_no_shared_responsibility_in_words() -> None:
    decisive = decided(EXCEPTION, "inträda", Wanted(principals=BOTH))
    found = Found(document=DOCUMENT, clause=clause(EXCEPTION), decisive=decisive)
    parties = party_answers([found])
    status = status_of(principals_of(parties), asks_who=True)
    line = headline(status, found, parties, "sv")
    assert "texten säger nej eller gör ett undantag" in line
    assert "Delat ansvar" not in line


MAY = "Åldern ska styrkas med intyg. Kommunen får betala intyget."
RULES = "Åldern ska styrkas med intyg. Regeringen får meddela föreskrifter om intyget."


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("styrkas", "Så här står det i"),
        ("betala", "Kommunen får göra det som den markerade meningen säger."),
    ],
)
def test_what_somebody_may_do_is_told_of_the_marked_sentence_alone(
    asked: str, expected: str
) -> None:
    decisive = decided(MAY, asked, Wanted())
    found = Found(document=DOCUMENT, clause=clause(MAY), decisive=decisive)
    parties = party_answers([found])
    assert principals_of(parties) == (MUNICIPALITY,)
    assert headline(AnswerStatus.ANSWERED, found, parties, "sv").startswith(expected)


def test_whoever_may_issue_rules_carries_the_rules_and_not_the_matter() -> None:
    assert named(RULES, "styrkas") == set()
    assert named(RULES, "föreskrifter") == {Principal.OTHER}


@pytest.mark.parametrize(
    ("question", "several", "alternatives"),
    [
        ("Hur är resan med proverna uppdelad mellan huvudmännen?", True, False),
        ("Hur fördelas kostnaden för rullstolen?", True, False),
        ("Vem svarar för vilken bit av vägen?", True, False),
        ("How is the cost split between us?", True, False),
        ("Vem delar dosetten?", False, False),
        ("Vem gör vad när någon tackar nej?", True, False),
        ("vem beslutar o vem betalar", True, False),
        ("Who keeps the plan current, and does the health centre do anything?", True, False),
        ("Är det vi eller vårdcentralen som tar över?", False, True),
        ("Vem betalar, vi el regionen?", False, True),
        ("Vem kallar till mötet och när?", False, False),
        ("Who calls the meeting?", False, False),
    ],
)
def test_what_is_wanted_is_read_from_the_question(
    question: str, several: bool, alternatives: bool
) -> None:
    understood = understand(question, LEXICON, KnownSources(()))
    found = wanted(understood, frozenset({REGION}), understood.asked)
    assert (found.several, found.alternatives) == (several, alternatives)
    assert found.principals == {REGION}
    assert found.who == understood.asks_who


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        (
            "En kommun eller en region som dröjer ska betala en avgift.",
            "avgift",
            "Ansvarig: kommunen eller regionen.",
        ),
        (
            "Kommunens fysioterapeut och kommunens arbetsterapeut ska bedöma behovet.",
            "behovet",
            "Kommunen (fysioterapeut och arbetsterapeut) ansvarar.",
        ),
    ],
)
def test_the_first_line_joins_parties_as_the_text_does(text: str, word: str, line: str) -> None:
    found = Found(document=DOCUMENT, clause=clause(text), decisive=decided(text, word, Wanted()))
    found = replace(found, document=replace(DOCUMENT, text=text))
    parties = party_answers([found])
    status = status_of(principals_of(parties), asks_who=True)
    assert headline(status, found, parties, "sv") == line


@pytest.mark.parametrize(
    ("question", "entitled"),
    [
        ("Vem har rätt till försörjningsstöd?", True),
        ("vilka omfattas av LSS", True),
        ("Who is entitled to home care?", True),
        ("Vem ansvarar för att patienten får sin rätt till vård?", False),
        ("Vem får besluta om tvångsvård?", False),
    ],
)
def test_who_has_a_right_is_another_question_than_who_carries_a_duty(
    question: str, entitled: bool
) -> None:
    understood = understand(question, LEXICON, KnownSources(()))
    assert wanted(understood, frozenset(), question).entitled is entitled


@pytest.mark.parametrize(
    ("question", "outright"),
    [
        ("Vem ansvarar för journalen?", True),
        ("vilken huvudman står för hjälpmedlen", True),
        ("Who is responsible for the record?", True),
        ("hur snabbt måste man skriva i journalen", False),
        ("måste vi dokumentera allt?", False),
    ],
)
def test_who_is_asked_outright_or_only_what_must_be_done(question: str, outright: bool) -> None:
    understood = understand(question, LEXICON, KnownSources(()))
    assert wanted(understood, frozenset(), question).outright is outright
