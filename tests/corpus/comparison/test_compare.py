"""What becomes of clauses and duties between two versions of a small agreement."""

import pytest

from corpus.comparison import compare
from corpus.comparison.summary import summary
from corpus.comparison.values import Aspect, ClauseChange, Direction
from tests.corpus.comparison.made import agreement, compared, made, version
from tests.corpus.making.docx import Letter
from tests.corpus.model_agreement import LAWS, corpus

WOUNDS = "Sår: Kommunen ska lägga om sår hemma hos patienten inom två dagar."
TESTS = "Prov: Regionen ska betala analysen av alla blodprov och provtagningsmaterialet."
LISTS = "Listor: Vårdcentralen ska lämna en aktuell läkemedelslista. Kommunen får läsa listan."


def only(found):
    assert len(found.duties) == 1
    return found.duties[0]


def kinds(found):
    return [clause.change for clause in found.clauses]


def test_a_text_beside_itself_has_not_changed():
    model = version(corpus())
    found = compare(model, model)
    assert set(kinds(found)) == {ClauseChange.UNCHANGED}
    assert found.duties == ()


@pytest.mark.skipif(not LAWS.is_dir(), reason="the statutes are not at hand")
def test_a_statute_beside_itself_has_not_changed():
    from corpus.folder import read_folder

    laws = version(read_folder(LAWS))
    one = [d for d in laws.documents if "2017-612" in d.id]
    clauses = tuple(c for c in laws.clauses if c.document == one[0].id)
    side = type(laws)(documents=tuple(one), clauses=clauses)
    assert set(kinds(compare(side, side))) == {ClauseChange.UNCHANGED}


PAYS = "Kommunen ska betala proven."
PHRASED = [
    # (old, new, aspects, direction)
    ("Regionen ska betala proven.", PAYS, {"party"}, "to_municipality"),
    (PAYS, "Regionen ska betala proven.", {"party"}, "to_region"),
    (PAYS, "Kommunen och regionen ska betala proven.", {"party"}, "to_both"),
    (PAYS, "Proven ska betalas.", {"party"}, "to_nobody"),
    (PAYS, "Det är regionen som ska betala proven.", {"party"}, "to_region"),
    (PAYS, "Kommunen får betala proven.", {"modality"}, None),
    (PAYS, "Kommunen ska inte betala proven.", {"modality"}, None),
    ("Regionen ska svara inom en dag.", "Regionen ska svara inom tre dagar.", {"time_limit"}, None),
    ("Kommunen ska svara genast.", "Kommunen ska svara skyndsamt.", {"time_limit"}, None),
    ("Vårdcentralen ska ringa henne.", "Slutenvården ska ringa henne.", {"role"}, None),
]


@pytest.mark.parametrize(("old", "new", "aspects", "direction"), PHRASED)
def test_responsibility_that_moved_is_told(old, new, aspects, direction):
    found = compared(agreement(f"Punkten: {old}"), agreement(f"Punkten: {new}"))
    change = only(found)
    assert {str(aspect) for aspect in change.aspects} >= aspects
    assert change.moved
    assert change.direction == direction
    assert kinds(found) == [ClauseChange.CHANGED]


def test_half_of_a_duty_that_moves_is_told_and_the_other_half_is_not_new():
    both = "Betalning: Regionen ska bekosta provtagningsmaterial och analyser."
    half = "Betalning: Kommunen ska bekosta provtagningsmaterial. Regionen ska bekosta analyser."
    for old, new, direction in ((both, half, "to_municipality"), (half, both, "to_region")):
        change = only(compared(agreement(old), agreement(new)))
        assert (change.aspects, change.direction) == ({Aspect.PARTY}, direction)


def test_a_duty_that_another_party_gets_too_is_new_and_not_moved():
    old = "Svar: Kommunen ska informera patienten om planen."
    new = f"{old} Regionen ska informera patienten om planen."
    change = only(compared(agreement(old), agreement(new)))
    assert change.aspects == {Aspect.NEW}


def test_a_sentence_that_is_added_with_another_time_is_new():
    old = "Svar: Regionen ska lämna besked om prov och analys."
    new = f"{old} Regionen ska lämna besked om analys inom två dagar."
    assert only(compared(agreement(old), agreement(new))).aspects == {Aspect.NEW}


def test_an_event_that_a_duty_waits_for_is_told_as_a_time_and_not_as_another_task():
    old = "Kontakt: Verksamhetschefen på vårdcentralen ska utse fast vårdkontakt inom två vardagar."
    new = old.replace("inom två vardagar", "senast vardagen efter inskrivningsmeddelandet")
    assert only(compared(agreement(old), agreement(new))).aspects == {Aspect.TIME_LIMIT}


def test_who_only_stands_beside_no_longer_is_a_move():
    old = "Plan: Kommunen ska tillsammans med vårdcentralen planera vården."
    new = "Plan: Kommunen ska planera vården."
    assert only(compared(agreement(old), agreement(new))).aspects == {Aspect.PARTY}


BY_HEADING = (
    "Kommunens ansvar: - hemsjukvård dygnet runt\n- förband vid svårläkta sår\n- munvård",
    "Regionens ansvar: - läkarinsatser\n- medicinsk bedömning",
)


def test_a_task_that_moves_from_under_one_partys_heading_to_the_others_has_moved():
    new = agreement(
        "Kommunens ansvar: - hemsjukvård dygnet runt\n- vaccination av boende",
        "Regionens ansvar: - läkarinsatser\n- förband vid svårläkta sår\n- medicinsk bedömning",
    )
    told = [
        (str(aspect), (change.new or change.old).sentence, change.direction)
        for change in compared(agreement(*BY_HEADING), new).duties
        for aspect in change.aspects
    ]
    assert told == [
        ("new", "- vaccination av boende", None),
        ("gone", "- munvård", None),
        ("party", "- förband vid svårläkta sår", "to_region"),
    ]


def test_a_heading_that_names_the_other_party_moves_all_below_it():
    new = agreement(BY_HEADING[0].replace("Kommunens", "Regionens"), BY_HEADING[1])
    found = compared(agreement(*BY_HEADING), new)
    assert [change.direction for change in found.duties] == [Direction.TO_REGION] * 3


def test_a_duty_that_is_written_anew_in_another_clause_is_found_by_its_matter():
    old = "Läkemedel: Kommunen ska dela alla dosetter. Regionen ska betala dosetterna i hemmet."
    new = "Utrustning: Dosetterna i hemmet bekostas av kommunen."
    rest = "Läkemedel: Kommunen ska dela alla dosetter."
    change = only(compared(agreement(old), agreement(new, rest)))
    assert (change.aspects, change.direction) == ({Aspect.PARTY}, "to_municipality")


UNREAD = [
    (
        "Specialiserad vård finns hos regionens team.",
        "Specialiserad vård finns hos kommunens team.",
    ),
    (
        "| Rullator | X | |\n|---|---|---|\n| Elrullstol | X | |",
        "| Rullator | X | |\n|---|---|---|\n| Elrullstol | | X |",
    ),
]


@pytest.mark.parametrize(("old", "new"), UNREAD)
def test_a_change_of_party_in_what_cannot_be_read_is_told_as_to_be_read(old, new):
    found = compared(agreement(f"Punkten: {old}"), agreement(f"Punkten: {new}"))
    assert only(found).aspects == {Aspect.UNCLEAR}
    assert kinds(found) == [ClauseChange.CHANGED]


def test_other_words_around_the_same_parties_are_nothing_to_read_for_oneself():
    old = "Punkten: Specialiserad vård finns hos regionens team."
    new = "Punkten: Hos regionens team finns specialiserad vård."
    assert compared(agreement(old), agreement(new)).duties == ()


HARMLESS = [
    ("Kommunen ska svara inom två dagar.", "Kommunen ska svara inom 2 dagar."),
    ("Kommunen ska genast meddela läkaren.", "Kommunen ska omedelbart underrätta läkaren."),
    ("Kommunen ska svara på begäran.", "Kommunen skall svara på begäran."),
    ("Regionen ska ge vård varje år.", "Varje år ska regionen ge vård."),
    ("Kommunen ska kalla patienten.", "Patienten ska kallas av kommunen."),
    ("Regionen ansvarar för transporten.", "Det är regionen som har ansvaret för transporten."),
    (
        "Kommunen ska tillsammans med vårdcentralen bedöma om vården kan avslutas.",
        "Bedömningen av om vården kan avslutas ska kommunen göra tillsammans med vårdcentralen.",
    ),
    (
        "Regionen ska betala prov och analys.",
        "Regionen ska betala prov. Regionen ska betala analys.",
    ),
    (
        "Regionen ska betala prov. Regionen ska betala analys.",
        "Regionen ska betala prov och analys.",
    ),
]


@pytest.mark.parametrize(("old", "new"), HARMLESS)
def test_other_words_for_the_same_move_nothing(old, new):
    found = compared(agreement(f"Punkten: {old}"), agreement(f"Punkten: {new}"))
    assert [change for change in found.duties if change.moved] == []
    assert kinds(found) != [ClauseChange.UNCHANGED]


def test_a_clause_that_only_got_another_number_is_moved():
    new = agreement("Ny: Regionen ska ordna tolk vid varje läkarbesök.", WOUNDS, TESTS)
    found = compared(agreement(WOUNDS, TESTS), new)
    assert kinds(found) == [ClauseChange.NEW, ClauseChange.MOVED, ClauseChange.MOVED]


def test_a_reference_that_follows_its_clause_is_no_change_in_substance():
    refers = "Mer: Kommunen ska läsa listan, se punkt 1.1."
    followed = "Mer: Kommunen ska läsa listan, se punkt 1.2."
    new = agreement("Ny: Regionen ska ordna tolk vid varje besök.", WOUNDS, followed)
    found = compared(agreement(WOUNDS, refers), new)
    assert found.duties[0].aspects == {Aspect.NEW}
    assert [clause.substance for clause in found.clauses] == [True, False, False]


def test_a_reference_to_another_clause_is_a_change():
    found = compared(
        agreement(WOUNDS, TESTS, "Mer: Kommunen ska läsa listan, se punkt 1.1."),
        agreement(WOUNDS, TESTS, "Mer: Kommunen ska läsa listan, se punkt 1.2."),
    )
    assert kinds(found)[-1] is ClauseChange.CHANGED


def test_a_clause_in_two_is_split_and_two_in_one_are_merged():
    whole = agreement(LISTS, TESTS)
    parts = agreement(
        "Listor: Vårdcentralen ska lämna en aktuell läkemedelslista.",
        "Läsning: Kommunen får läsa listan.",
        TESTS,
    )
    split, merged = compared(whole, parts), compared(parts, whole)
    assert kinds(split) == [ClauseChange.SPLIT, ClauseChange.MOVED]
    assert [clause.label for clause in split.clauses[0].new] == ["1.1", "1.2"]
    assert kinds(merged)[0] is ClauseChange.MERGED
    assert split.duties == merged.duties == ()


def test_a_clause_that_went_takes_its_duties_with_it():
    found = compared(agreement(WOUNDS, TESTS), agreement(WOUNDS))
    assert kinds(found) == [ClauseChange.UNCHANGED, ClauseChange.GONE]
    assert only(found).aspects == {Aspect.GONE}


def test_a_sentence_that_follows_another_is_not_counted_twice():
    old = "Prov: Regionen ska ta prov. Det gäller även den som bor långt bort."
    new = "Prov: Kommunen ska ta prov. Det gäller även den som bor långt bort."
    assert only(compared(agreement(old), agreement(new))).direction is Direction.TO_MUNICIPALITY


def test_what_cannot_be_read_for_sure_is_said_to_be_unclear():
    old = "Prov: Kommunen ska ta blodprov på patienten hemma."
    new = "Prov: Blodprov på patienten hemma är en fråga mellan kommunen och regionen."
    assert only(compared(agreement(old), agreement(new))).aspects == {Aspect.UNCLEAR}


def test_each_clause_stands_in_one_comparison():
    old, new = version(corpus()), made(avtal_md=agreement(WOUNDS, TESTS, LISTS))
    found = compare(old, new)
    for side, clauses in (("old", old.clauses), ("new", new.clauses)):
        named = [clause.reference for each in found.clauses for clause in getattr(each, side)]
        assert sorted(named) == sorted(clause.reference for clause in clauses)


def word(chapter, first, *clauses):
    letter = Letter("Avtal om vård")
    number = letter.numbering(restart={0: chapter})
    letter.heading(first, 1, number=number)
    for clause in clauses:
        title, _, body = clause.partition(": ")
        letter.heading(title, 2, number=number)
        letter.text(body)
    return letter.bytes()


def test_word_documents_with_different_numbering_are_compared():
    old = word(1, "Vård", WOUNDS, TESTS, LISTS)
    changed = TESTS.replace("Regionen", "Kommunen")
    new = word(7, "Vård", "Ny: Regionen ska ordna tolk.", LISTS, WOUNDS, changed)
    found = compare(made(gammalt_docx=old), made(nytt_docx=new))
    by_kind = summary(found).clauses
    assert by_kind[ClauseChange.NEW] == 1
    assert by_kind[ClauseChange.GONE] == 0
    assert [c.direction for c in found.duties if c.direction] == [Direction.TO_MUNICIPALITY]


def test_the_summary_counts_who_gets_what():
    old = agreement(WOUNDS, TESTS, LISTS)
    new = agreement(
        WOUNDS.replace("Kommunen", "Regionen"), TESTS.replace("Regionen", "Kommunen"), LISTS
    )
    counted = summary(compared(old, new))
    assert counted.moved == {Direction.TO_REGION: 1, Direction.TO_MUNICIPALITY: 1}
    assert (counted.new, counted.gone, counted.content) == ({}, {}, 0)
