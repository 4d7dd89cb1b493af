"""The matrix says what the text says, each thing in its column, once."""

from dataclasses import replace

import pytest

from corpus.duty import Modality, Phase
from corpus.matrix import Column, MatrixFilter, build_board
from corpus.matrix.column import carries, columns_of
from corpus.party import Party, Principal
from tests.corpus.matrix.made import document, read, with_duties
from tests.corpus.model_agreement import corpus as model

DOCUMENT, CLAUSES = read()


def board(**asked):
    return build_board([DOCUMENT], CLAUSES, MatrixFilter(**asked))


def rows(made):
    return {row.task or row.clause.id: row for _, row in made.walk()}


def told(entries):
    return [entry.duty.what for entry in entries]


def test_rows_are_tasks_under_the_documents_own_headings():
    made = board()
    assert [topic.headings for topic in made.topics] == [
        ("1 Sårvård",),
        ("2 Läkemedel",),
        ("3 Fördelning",),
    ]
    assert list(rows(made)) == [
        "1.1", "1.2", "1.3", "2.1", "2.2", "Syrgas", "Bad", "Rehabilitering",
    ]  # fmt: skip


def test_a_cell_holds_modality_phase_time_limit_condition_and_the_words_themselves():
    (entry,) = rows(board())["1.1"].entries(Column.MUNICIPALITY)
    assert entry.duty.modality is Modality.SHALL
    assert entry.duty.time_limit == "inom en vardag"
    assert entry.quote == "Kommunen ska byta förband inom en vardag."
    (paid,) = rows(board())["2.1"].entries(Column.REGION)
    assert (paid.duty.phase, paid.duty.condition) == (Phase.PAYMENT, "om det är överenskommet")


def test_what_is_shared_stands_once_and_under_both():
    shared = rows(board())["1.2"]
    assert [cell.column for cell in shared.cells] == [Column.BOTH]
    assert [cell.column for cell in rows(board())["Rehabilitering"].cells] == [Column.BOTH]
    assert board().counts()[Column.BOTH] == 2


def test_a_duty_without_a_party_has_a_column_of_its_own():
    (entry,) = rows(board())["1.3"].entries(Column.NOBODY)
    assert entry.duty.parties == ()


def test_items_come_with_the_sentence_that_leads_them():
    entries = rows(board())["2.2"].entries(Column.MUNICIPALITY)
    assert told(entries) == ["överlämna listan", "kvittera"]
    leads = {entry.lead for entry in entries}
    assert leads == {"Om läkaren begär det ska kommunens sjuksköterska"}


@pytest.mark.parametrize(
    ("principals", "columns"),
    [
        ([], ["nobody"]),
        (["municipality"], ["municipality"]),
        (["region", "municipality"], ["both"]),
        (["both"], ["both"]),
        (["both", "municipality"], ["both"]),
        (["municipality", "region", "other"], ["both", "other"]),
        (["individual", "other"], ["individual", "other"]),
    ],
)
def test_the_columns_follow_from_the_parties(principals, columns):
    duty = CLAUSES[0].duties[0]
    parties = tuple(Party(principal=Principal(principal)) for principal in principals)
    assert [c.value for c in columns_of(replace(duty, parties=parties))] == columns


def test_who_shares_a_duty_carries_it():
    (shared,) = rows(board())["1.2"].entries(Column.BOTH)
    assert [p for p in Column if carries(shared.duty, p)] == ["municipality", "region", "both"]
    (followed_up,) = rows(board())["1.1"].entries(Column.REGION)
    assert carries(followed_up.duty, "Vårdcentral")
    assert not carries(shared.duty, "vårdcentral")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"party": ("nobody",)}, ["1.3"]),
        ({"party": ("vårdcentral",)}, ["1.1"]),
        ({"party": ("region",), "phase": (Phase.PAYMENT,)}, ["2.1"]),
        ({"party": ("municipality", "nobody")},
         ["1.1", "1.2", "1.3", "2.2", "Bad", "Rehabilitering"]),
        ({"topic": "lakemedel"}, ["2.1", "2.2"]),
        ({"find": "SARVARD vardag"}, ["1.1"]),
        ({"find": "begar det kvittera"}, ["2.2"]),
        ({"find": "avtal rutin"}, ["1.2"]),
        ({"find": "finns inte"}, []),
    ],
)  # fmt: skip
def test_only_what_is_asked_for_is_shown(asked, found):
    assert list(rows(board(**asked))) == found


def test_a_row_keeps_only_the_duties_that_were_asked_for():
    assert told(rows(board(party=("region",)))["1.1"].entries(Column.REGION)) == ["följa upp"]
    assert rows(board(party=("region",)))["1.1"].entries(Column.MUNICIPALITY) == ()


@pytest.mark.parametrize(
    "wrong",
    [{"start": 0, "end": 9}, {"end": 10**6}, {"what": "betala"}, {"what": ""},
     {"time_limit": "inom sju dygn"}, {"lead": (0, 5)}],
)  # fmt: skip
def test_a_duty_whose_words_do_not_stand_in_the_text_is_left_out_and_told(wrong):
    clauses = [with_duties(each, **wrong) if each.id == "1.1" else each for each in CLAUSES]
    made = build_board([DOCUMENT], clauses, MatrixFilter())
    assert made.unproven == ("avtal#1.1",)
    assert told(rows(made)["1.1"].entries(Column.MUNICIPALITY)) == []
    assert told(rows(made)["1.1"].entries(Column.REGION)) == ["följa upp"]


def test_every_duty_is_walked_once_though_it_stands_in_two_columns():
    three = tuple(Party(principal=Principal(p)) for p in ("municipality", "region", "other"))
    clauses = [with_duties(each, parties=three) if each.id == "1.1" else each for each in CLAUSES]
    made = build_board([DOCUMENT], clauses, MatrixFilter(topic="sår"))
    assert len(list(made.duties())) == 4
    assert sum(made.counts().values()) == 5


def test_columns_are_opened_into_the_roles_that_stand_there():
    made = board()
    assert made.roles(Column.REGION) == (None, "vårdcentral")
    assert made.roles(Column.MUNICIPALITY) == (None, "sjuksköterska")
    assert made.roles(Column.NOBODY) == (None,)


def test_a_document_without_duties_gives_no_rows():
    assert build_board([document("tom")], [], MatrixFilter()).topics == ()


def test_every_cell_of_the_model_agreement_stands_in_its_text():
    made = build_board(model().documents, model().clauses, MatrixFilter())
    assert made.unproven == ()
    assert made.rows > 150
    seen = 0
    for topic, row, entry in made.duties():
        duty = entry.duty
        assert topic.document.text[duty.start : duty.end] == entry.quote
        assert row.clause.start <= duty.start < duty.end <= row.clause.end
        seen += 1
    assert seen == sum(len(clause.duties) for clause in model().clauses)
