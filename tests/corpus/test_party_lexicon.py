"""Which words name a party."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.party import Party, Principal
from corpus.party_lexicon import PartyLexicon, inflections

LEXICON = PartyLexicon.load()
M, R, B = Principal.MUNICIPALITY, Principal.REGION, Principal.BOTH
I, O = Principal.INDIVIDUAL, Principal.OTHER  # noqa: E741


def found(text: str, *, question: bool = False) -> list[tuple[str, Principal, str | None]]:
    return [
        (text[m.start : m.end], m.party.principal, m.party.role)
        for m in LEXICON.find(text, question=question)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kommunerna och regionen", [("Kommunerna", M, None), ("regionen", R, None)]),
        ("den fasta vårdkontakten", [("den fasta vårdkontakten", R, "fast vårdkontakt")]),
        ("fast omsorgskontakt", [("fast omsorgskontakt", M, "fast omsorgskontakt")]),
        ("den slutna vården", [("den slutna vården", R, "slutenvård")]),
        ("VC:n och MAS:en", [
            ("VC:n", R, "vårdcentral"),
            ("MAS:en", M, "medicinskt ansvarig sjuksköterska"),
        ]),
        ("Rehab och Öppenpsyk", [("Rehab", O, "rehabilitering"), ("Öppenpsyk", R, "psykiatri")]),
        ("rehab på SÄBO", [("SÄBO", M, "särskilt boende")]),
        ("Inspektionen för vård och omsorg", [
            ("Inspektionen för vård och omsorg", O, "Inspektionen för vård och omsorg"),
        ]),
        ("parterna", [("parterna", B, None)]),
        ("den behandlande läkaren", [("den behandlande läkaren", R, "behandlande läkare")]),
        ("mottagande enhet", [("mottagande enhet", B, "mottagande enhet")]),
    ],
)  # fmt: skip
def test_the_longest_words_win(
    text: str, expected: list[tuple[str, Principal, str | None]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text", ["regionfinansierad vård", "kommun- och regionnivå", "förkommunal", "patientsäkerhet"]
)
def test_a_word_inside_another_word_is_no_mention(text: str) -> None:
    assert found(text) == []


def test_a_genitive_is_marked() -> None:
    assert [m.genitive for m in LEXICON.find("kommunens ansvar och vårdcentralens läkare")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "role", "principal"),
    [
        ("kommunens sjuksköterska", "sjuksköterska", M),
        ("regionens arbetsterapeut", "arbetsterapeut", R),
        ("sjuksköterskan", "sjuksköterska", O),
        ("kommunens legitimerade personal", "personal", M),
        ("verksamhetschefen vid vårdcentralen", "verksamhetschef", R),
        ("vårdgivare i den regionfinansierade öppna vården", "vårdgivare", R),
        ("enhet inom socialtjänsten eller den öppna vården", "enhet", B),
        ("regionens och kommunens verksamhetschefer", "verksamhetschef", B),
        ("patientens sjuksköterska", "sjuksköterska", O),
        ("läkaren i kommunen", "läkare", R),
    ],
)
def test_the_context_names_the_principal_of_a_role(
    text: str, role: str, principal: Principal
) -> None:
    mentions = LEXICON.find(text)
    assert [m.party.principal for m in mentions if m.party.role == role] == [principal]


def test_a_role_keeps_the_principal_it_was_given_before() -> None:
    text = "En enhet i den regionfinansierade öppna vården ska svara. Enheten ska följa upp."
    units = [m.party for m in LEXICON.find(text) if m.party.role == "enhet"]
    assert units == [Party(principal=R, role="enhet")] * 2


def test_the_board_said_before_is_meant_by_its_last_word() -> None:
    text = "Finner ansvarsnämnden det, ska nämnden anmäla."
    assert {m.party.role for m in LEXICON.find(text)} == {"Hälso- och sjukvårdens ansvarsnämnd"}


@pytest.mark.parametrize(
    ("text", "principal", "role"),
    [
        ("vem e ansvarig, vc?", R, "vårdcentral"),
        ("kan syrran i komunen", M, "sjuksköterska"),
        ("har masen rutin", M, "medicinskt ansvarig sjuksköterska"),
        ("does the health centre pay", R, "vårdcentral"),
        ("is the municipality responsible", M, None),
        ("avd ringde", R, "slutenvård"),
    ],
)
def test_slang_english_and_small_letters_count_in_questions_only(
    text: str, principal: Principal, role: str | None
) -> None:
    assert Party(principal=principal, role=role) in [
        m.party for m in LEXICON.find(text, question=True)
    ]
    assert Party(principal=principal, role=role) not in [m.party for m in LEXICON.find(text)]


def test_a_short_form_that_is_also_a_word_needs_its_capitals() -> None:
    assert found("sitter pa vid datorn at home", question=True) == []
    assert found("AT provar ut", question=True) == [("AT", O, "arbetsterapeut")]


def test_inflections_follow_their_notation() -> None:
    assert inflections("fast/fasta vårdkontakt -en -er") == (
        "fast vårdkontakt",
        "fast vårdkontakten",
        "fast vårdkontakter",
        "fasta vårdkontakt",
        "fasta vårdkontakten",
        "fasta vårdkontakter",
    )


def test_a_file_of_ones_own_can_be_used(tmp_path: Path) -> None:
    own = tmp_path / "parties.toml"
    own.write_text(
        '[[party]]\nrole = "lots"\nprincipal = "region"\nwords = ["vårdlots -en"]\n', "utf-8"
    )
    (mention,) = PartyLexicon.load(own).find("Vårdlotsen ska svara.")
    assert mention.party == Party(principal=R, role="lots")


def test_a_broken_file_is_not_hidden(tmp_path: Path) -> None:
    own = tmp_path / "parties.toml"
    own.write_text("[[party]\n", "utf-8")
    with pytest.raises(tomllib.TOMLDecodeError):
        PartyLexicon.load(own)


@given(st.text(alphabet="kommunens rgi:-VC åäö.,", max_size=60))
def test_mentions_stand_in_order_without_overlaps(text: str) -> None:
    at = 0
    for mention in LEXICON.find(text, question=True):
        assert at <= mention.start < mention.end <= len(text)
        at = mention.end
