"""Statutes' layouts and traps, in texts made up for the purpose."""

from datetime import date

import pytest

from corpus.parsing.dates import FAR_FUTURE
from corpus.parsing.statute import is_statute
from corpus.status import Kind
from tests.corpus.parsed import Parsed, markdown, plain

WITH_CHAPTERS = """# Lag om trappor

## 1 kap. Trappor

### Räcken

#### 1 §

Kommunen ska se till att varje trappa har

1. ett räcke, och

2. ett handtag.

### Lampor

#### 2 §

Regionen ansvarar för lampor enligt [1 §](#1) och 1-[3 §](#3)§. Lag (2001:10).

## 2 a kap. Hissar m.m.

Hissar i sjukhus

#### 1 §

Regionen får sätta in hissar.
"""
WITHOUT_CHAPTERS = """# Lag om dörrar

## Öppna dörrar

### 1 §

Kommunen ska öppna dörren.

### 1 a §

Regionen ska stänga den.

## De får stängas av

- vakten, och

- värden.

### 2 §

Dörren är en dörr.
"""
WRAPPED = """Dörrlag (2001:5)
Departement: Dörrdepartementet
Utfärdad: 2001-03-04

AVDELNING I. ÖPPNA DÖRRAR

1 kap. Allmänt

Kommunens ansvar

1 § Kommunen ska öppna dörrar som avses i lagen (1990:1) om dörrar enligt
2 kap. 1 § eller
4 § om det behövs enligt 3 kap.
1 §.

5 § ska inte tillämpas på fönster.

2 kap. Stängda dörrar

1 § /Upphör att gälla U:2020-06-15/
Regionen ska stänga dörrar.

1 § /Träder i kraft I:2020-06-15/
Kommunen ska stänga dörrar. Lag (2020:9).

/Rubriken träder i kraft I:2020-07-01/
Låsta dörrar

2 § /Träder i kraft I:den dag som regeringen bestämmer/
Dörrar får låsas.
"""


@pytest.mark.parametrize(
    ("statute", "ids"),
    [
        (markdown(WITH_CHAPTERS), ["1:1", "1:2", "2a:1"]),
        (markdown(WITHOUT_CHAPTERS), ["1", "1a", "2"]),
        (plain(WRAPPED), ["1:1", "2:1", "2:1", "2:2"]),
    ],
)
def test_each_paragraph_is_a_clause_with_its_id(statute: Parsed, ids: list[str]) -> None:
    assert statute.ids == ids


def test_a_clause_is_the_text_without_number_and_heading_lists_inside() -> None:
    bodies = markdown(WITH_CHAPTERS).bodies
    assert bodies["1:1"].startswith("Kommunen ska se till")
    assert bodies["1:1"].endswith("2. ett handtag.")
    assert "Räcken" not in bodies["1:1"]
    assert "Lampor" not in bodies["1:1"]


def test_labels_are_what_people_write() -> None:
    assert [clause.label for clause in markdown(WITH_CHAPTERS).clauses] == [
        "1 kap. 1 §",
        "1 kap. 2 §",
        "2 a kap. 1 §",
    ]
    assert markdown(WITHOUT_CHAPTERS).clause("1a").label == "1 a §"


def test_headings_go_from_the_chapter_to_the_sub_heading() -> None:
    statute = markdown(WITH_CHAPTERS)
    assert statute.clause("1:2").headings == ("1 kap. Trappor", "Lampor")
    assert statute.clause("2a:1").headings == ("2 a kap. Hissar m.m.", "Hissar i sjukhus")
    assert plain(WRAPPED).clause("1:1").headings == (
        "AVDELNING I. ÖPPNA DÖRRAR",
        "1 kap. Allmänt",
        "Kommunens ansvar",
    )


def test_a_heading_mark_over_a_list_is_a_line_of_the_paragraph() -> None:
    statute = markdown(WITHOUT_CHAPTERS)
    assert "De får stängas av" in statute.bodies["1a"]
    assert statute.clause("2").headings == ("Öppna dörrar",)


def test_references_at_the_start_of_lines_and_blocks_are_text() -> None:
    body = plain(WRAPPED).bodies["1:1"]
    assert "2 kap. 1 § eller" in body
    assert body.endswith("5 § ska inte tillämpas på fönster.")


def test_two_wordings_are_told_apart_by_the_marks_dates() -> None:
    first, second = plain(WRAPPED).wordings("2:1")
    assert (first.valid_from, first.valid_to) == (None, date(2020, 6, 14))
    assert (second.valid_from, second.valid_to) == (date(2020, 6, 15), None)


def test_a_wording_that_nobody_has_dated_yet_is_in_force_on_no_day() -> None:
    clause = plain(WRAPPED).clause("2:2")
    assert clause.valid_from == FAR_FUTURE
    assert clause.headings[-1] == "Låsta dörrar"


def test_the_header_of_a_published_statute_is_no_clause() -> None:
    assert "Utfärdad" not in "".join(plain(WRAPPED).bodies.values())


def test_a_heading_that_has_lost_its_paragraph_is_left_out() -> None:
    text = "## 1 kap. A\n\n### Ord\n\n### Syfte\n\n#### {} §\n\nText.\n\n#### 9 §\n\nText.\n"
    assert markdown(text.format(2)).clause("1:2").headings == ("1 kap. A", "Syfte")
    assert markdown(text.format(1)).clause("1:1").headings == ("1 kap. A", "Ord", "Syfte")


TRANSITIONAL = """

## Övergångsbestämmelser

[2001:10](https://example.org)

1. Denna lag träder i kraft den 1 maj 2001.

2. Äldre trappor får stå kvar i fråga om

a) kök, och

b) källare.

### Utom trappor som är trasiga

Andra trappor också.

[2002:7](https://example.org)

Denna lag träder i kraft den 1 juni 2002 i fråga om 1 kap. 1 § och i övrigt den 1 maj 2002.
"""


def test_transitional_provisions_are_clauses_valid_from_the_day_they_state() -> None:
    statute = markdown(WITH_CHAPTERS + TRANSITIONAL)
    assert statute.ids[3:] == ["overgang:2001-10:1", "overgang:2001-10:2", "overgang:2002-7"]
    second = statute.clause("overgang:2001-10:2")
    assert second.label == "övergångsbestämmelse 2 till 2001:10"
    assert second.headings == ("Övergångsbestämmelser", "2001:10")
    assert second.valid_from == date(2001, 5, 1)
    assert statute.bodies[second.id].endswith("Andra trappor också.")
    assert statute.clause("overgang:2002-7").valid_from == date(2002, 5, 1)


def test_a_paragraph_is_valid_from_the_day_its_last_amendment_entered_into_force() -> None:
    statute = markdown(WITH_CHAPTERS + TRANSITIONAL)
    assert statute.clause("1:2").valid_from == date(2001, 5, 1)
    assert statute.clause("2a:1").valid_from is None


def test_a_wording_ends_the_day_before_a_later_act_gives_it_another() -> None:
    statute = markdown(WITH_CHAPTERS + TRANSITIONAL)
    assert statute.clause("1:1").valid_to == date(2002, 5, 31)
    amended = WITH_CHAPTERS.replace("2. ett handtag.", "2. ett handtag. Lag (2002:7).")
    clause = markdown(amended + TRANSITIONAL).clause("1:1")
    assert (clause.valid_from, clause.valid_to) == (date(2002, 6, 1), None)


def test_transitional_provisions_that_strayed_into_a_paragraph_are_led_out() -> None:
    strayed = WITHOUT_CHAPTERS + (
        "\n1. Denna lag träder i kraft den 1 maj 2003.\n\n2. Gamla dörrar får stå. Lag (2003:4).\n"
    )
    statute = markdown(strayed)
    assert statute.bodies["2"] == "Dörren är en dörr."
    assert statute.clause("2").valid_from == date(2003, 5, 1)
    assert statute.ids[-2:] == ["overgang:2003-4:1", "overgang:2003-4:2"]


def test_a_paragraph_that_comes_back_after_its_repeal_ends_its_repeal() -> None:
    text = (
        "### 1 §\n\nHar upphävts genom lag (2001:10).\n\n"
        "### 1 §\n\nKommunen ska städa. Lag (2002:7).\n" + TRANSITIONAL
    )
    repealed, new = markdown(text).wordings("1")
    assert (repealed.valid_from, repealed.valid_to) == (date(2001, 5, 1), date(2002, 4, 30))
    assert new.valid_from == date(2002, 5, 1)


def test_an_appendix_is_a_clause_with_a_slug() -> None:
    statute = markdown(WITHOUT_CHAPTERS + "\n## Bilaga 1 Mått\n\nEn dörr är en meter bred.\n")
    assert statute.ids[-1] == "bilaga-1-matt"
    assert statute.bodies["bilaga-1-matt"] == "En dörr är en meter bred."
    assert statute.bodies["2"] == "Dörren är en dörr."


def test_text_before_the_first_paragraph_is_a_clause() -> None:
    text = "# Lag\n\nRegeringen föreskriver följande om dörrar.\n\n### 1 §\n\nA.\n\n### 2 §\n\nB.\n"
    assert markdown(text).ids == ["inledning", "1", "2"]


def test_an_agreement_that_cites_a_law_is_no_statute() -> None:
    agreement = markdown(
        "# Avtal\n\n#### 1.1 Mål\n\nEnligt\n\n12 kap. 1 § hälso- och sjukvårdslagen."
    )
    assert not is_statute(agreement.read, Kind.AGREEMENT)
    assert "1.1" in agreement.ids


def test_a_law_of_one_paragraph_is_a_statute() -> None:
    assert plain("Lag om ljus\n\n1 § Kommunen ska tända.", Kind.LAW).ids == ["1"]


def test_paragraphs_quoted_in_a_numbered_agreement_are_text() -> None:
    text = "# Avtal\n\n" + "".join(
        f"#### 1.{number} Lagen\n\nLagen säger:\n\n{number} § Kommunen ska tända.\n\n"
        for number in (1, 2, 3)
    )
    assert markdown(text).ids == ["1.1", "1.2", "1.3"]
