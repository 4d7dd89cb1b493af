"""The answer as a person reads it, word for word."""

import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from bot.answer_view import clause_name
from bot.carrying import party_name
from bot.cli.draw import draw_answer, wrapped
from bot.cli.texts import Say
from corpus.duty import Modality, Phase
from corpus.party import Party, Principal
from corpus.status import Status
from retrieval.answer import Answer, Overview, OverviewDuty
from retrieval.texts import joined, party_words
from tests.bot.answers import ANSWERED, CITATION, REFUSED, RELATED, SHARED


def drawn(answer: Answer, lang: str = "sv", width: int = 80, colour: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=colour, highlight=False, markup=False)
    draw_answer(answer, Say(lang), console)
    return out.getvalue()


def test_a_piped_answer_reads_so():
    assert drawn(ANSWERED) == (
        "Kommunen ansvarar för såromläggning hemma.\n"
        "\n"
        "│ Den som behöver omläggning hemma ska få den utan dröjsmål.\n"
        "▸ Kommunen ska lägga om såret och dokumentera det.\n"
        "│ Vårdcentralen bedömer såret en gång i månaden.\n"
        "[1] Modellavtal om hälso- och sjukvård, punkt 3.16 Såromläggning\n"
        "    EXEMPEL – inte gällande · skriven för tiden från 2026-01-01\n"
        "\n"
        "Svaret kommer från ett exempel, inte från ett gällande avtal.\n"
        "\n"
        "Närliggande punkter\n"
        "Modellavtal om hälso- och sjukvård\n"
        "EXEMPEL – inte gällande\n"
        "  • punkt 3.17 Sårmaterial\n"
        "\n"
        "Svaret avser 2026-11-22. Index 01234567.\n"
    )


def test_the_responsible_party_is_the_first_line():
    assert drawn(SHARED).splitlines()[0] == SHARED.headline


def test_shared_responsibility_names_each_party_with_its_clause():
    text = drawn(SHARED)
    assert (
        "• Kommunen ska: lägga om såret och dokumentera det (under pågående vård) [1]\n"
        "• Regionen (vårdcentral) ska: bedöma såret (villkor: om såret inte läker) [1]\n"
    ) in text


def test_parties_that_carry_the_same_thing_stand_on_one_line():
    first = ANSWERED.parties[0]
    others = [
        replace(first, party=Party(principal=Principal.REGION)),
        replace(first, what="bedöma såret"),
    ]
    text = drawn(replace(SHARED, parties=(first, *others)))
    assert "• Kommunen och Regionen" not in text
    assert "• Kommunen och regionen ska: lägga om såret och dokumentera det (under" in text
    assert "• Kommunen ska: bedöma såret (under" in text


def test_a_shared_answer_says_who_does_what_even_when_both_are_named_in_one_word():
    both = replace(ANSWERED.parties[0], party=Party(principal=Principal.BOTH))
    text = drawn(replace(SHARED, parties=(both,)))
    assert "Vem gör vad\n• Kommunen och regionen ska: lägga om såret" in text


def test_the_word_that_lays_a_duty_on_somebody_is_not_said_twice():
    duty = replace(SHARED.parties[1], modality=Modality.RESPONSIBLE, what="ansvarar för såret")
    text = drawn(replace(SHARED, parties=(*ANSWERED.parties, duty)))
    assert "• Regionen (vårdcentral) ansvarar: för såret (" in text


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        (Party(principal=Principal.MUNICIPALITY), "Kommunen"),
        (Party(principal=Principal.REGION, role="vårdcentral"), "Regionen (vårdcentral)"),
        (Party(principal=Principal.OTHER, role="apotek"), "Apoteket"),
        (Party(principal=Principal.OTHER), "Annan part"),
    ],
)
def test_a_party_is_named_as_the_headline_names_it(party, expected):
    assert party_name(party, Say("sv")) == expected
    assert joined([party_words(party, "sv")], "sv") == expected


def test_a_refusal_shows_where_to_turn_and_the_nearest_clauses():
    text = drawn(REFUSED)
    assert text.startswith(f"{REFUSED.headline}\n\n{REFUSED.notes[0]}\n\nNärliggande punkter\n")


def test_what_does_not_answer_by_its_status_stands_under_its_own_heading():
    apart = replace(RELATED, status=Status.DRAFT, apart=True)
    text = drawn(replace(ANSWERED, related=(apart,)))
    assert "Visas vid sidan av – gäller inte\n" in text
    assert "UTKAST – gäller inte" in text
    assert "Närliggande punkter" not in text


def test_a_related_clause_without_a_title_shows_how_it_begins():
    text = drawn(replace(ANSWERED, related=(replace(RELATED, title=None),)))
    assert "  • punkt 3.17\n    Regionen betalar sårmaterial som" in text


def test_related_clauses_stand_under_their_document_once():
    text = drawn(replace(ANSWERED, related=(RELATED, replace(RELATED, label="3.18"))))
    assert text.count("Modellavtal om hälso- och sjukvård\n") == 1
    assert "  • punkt 3.17 Sårmaterial\n  • punkt 3.18 Sårmaterial\n" in text


def test_a_document_is_named_once_however_its_clauses_are_ranked():
    other = replace(RELATED, document="annat", document_title="Annat avtal", title="Läkare")
    third = replace(RELATED, label="3.18")
    text = drawn(replace(ANSWERED, related=(RELATED, other, third)))
    assert text.count("Annat avtal\n") == text.count("Modellavtal om hälso- och sjukvård\n") == 1
    assert text.index("punkt 3.18 Sårmaterial") < text.index("Annat avtal")


def test_an_answer_that_speaks_of_no_document_tells_no_day_and_no_index():
    assert drawn(replace(REFUSED, related=())).endswith(f"{REFUSED.notes[0]}\n")
    assert "Svaret avser" in drawn(REFUSED)


def test_the_page_is_shown_where_there_are_pages():
    text = drawn(replace(ANSWERED, citations=(replace(CITATION, page=12),)))
    assert "punkt 3.16 Såromläggning, sidan 12\n" in text


def test_the_deciding_sentence_is_bold_on_a_terminal_and_no_escape_is_piped():
    assert "\x1b[1mKommunen ska lägga om såret" in drawn(ANSWERED, colour=True)
    assert "\x1b" not in drawn(ANSWERED)


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("status", [status for status in Status if status is not Status.IN_FORCE])
def test_a_citation_that_is_not_in_force_says_so(status, lang):
    text = drawn(replace(ANSWERED, citations=(replace(CITATION, status=status),)), lang)
    assert Say(lang)(f"standing.{status}") in text
    assert Say(lang)("standing.in_force") not in text


def test_hostile_text_cannot_steer_the_terminal():
    hostile = "\x1b[2J\x1b]0;ägd\x07\u202eKommunen\x9b31m ansvarar [bold]allt[/bold]"
    citation = replace(CITATION, quote=hostile, decisive=(0, len(hostile)), document_title=hostile)
    related = replace(RELATED, excerpt=hostile, title=None, label=hostile)
    answer = replace(
        ANSWERED, headline=hostile, citations=(citation,), related=(related,), notes=(hostile,)
    )
    text = drawn(answer)
    assert not set(text) & set("\x1b\x07\x9b\u202e")
    assert "[bold]allt[/bold]" in text


@given(st.integers(min_value=12, max_value=200))
def test_no_line_is_wider_than_the_screen_unless_it_is_one_word(width: int):
    for line in drawn(SHARED, width=width).splitlines():
        words = line.lstrip("▸│•[]1 ").split()
        assert cell_len(line) <= width or len(words) <= 1


@given(st.text(alphabet="abcåäö \n", max_size=300), st.integers(min_value=5, max_value=80))
def test_wrapping_keeps_every_word_in_order(text: str, width: int):
    lines = [line.plain for line in wrapped(text, width)]
    assert " ".join(lines).split() == text.split()


@pytest.mark.parametrize(
    ("label", "title", "expected"),
    [
        ("3.16", "Såromläggning", "punkt 3.16 Såromläggning"),
        ("3.16", None, "punkt 3.16"),
        ("4 kap. 3 §", None, "4 kap. 3 §"),
        ("A1", "Läkare", "punkt A1 Läkare"),
        ("punkt 4", "Beslut", "punkt 4 Beslut"),
        ("Syfte", "Syfte", "Syfte"),
        ("2026 års mål", None, "2026 års mål"),
    ],
)
def test_a_clause_is_named_as_people_write_it(label, title, expected):
    assert clause_name(label, title, Say("sv")) == expected


OVERVIEW = Overview(
    query="party=municipality&phase=transfer",
    total=11,
    duties=(
        OverviewDuty(
            parties=(Party(principal=Principal.MUNICIPALITY),),
            modality=Modality.MAY,
            negated=True,
            what="ändra bedömningen",
            phase=Phase.TRANSFER,
            condition="När mötet\när hållet",
            document="modellavtal",
            document_title="Modellavtal",
            clause="3.5",
            label="3.5",
            title=None,
            status=Status.EXAMPLE,
            valid_from=date(2026, 1, 1),
            valid_to=None,
            start=0,
            end=9,
        ),
    ),
)


def test_an_overview_is_listed_with_the_way_to_all_of_it():
    out = drawn(replace(SHARED, overview=OVERVIEW), "en")
    assert out.startswith(
        "Kommunen och regionen delar ansvaret.\n"
        "\n"
        "Duties that fit the question\n"
        "• The municipality may not: ändra bedömningen (condition: när mötet är hållet)\n"
        "  [clause 3.5 · EXAMPLE – not in force]\n"
        "Modellavtal: EXAMPLE – not in force · written for the time from 2026-01-01\n"
        "Show all 11 duties in the responsibility matrix: ansvarslots matrix --party\n"
        "municipality --phase transfer --lang en\n"
    )
    assert "Who does what" not in out
