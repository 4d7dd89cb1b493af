"""Numbered agreements in every layout, and the numbers that are none."""

import pytest

from corpus.blocks import Block, BlockKind, ReadText
from corpus.clause import DocumentId
from corpus.parsing import parse
from corpus.readers.html import read_html
from corpus.status import Kind
from tests.corpus.parsed import Parsed, markdown, parsed, plain

HEADED = """# Avtal om vård

Parterna är regionen och kommunen.

## 1 Mål

Avtalet ska göra vården trygg.

## 3 Vård i hemmet

### Start

#### 3.1 Kommunen skriver in

Kommunen ska skriva in den som behöver vård.

- Det ska gå fort.
- Det ska antecknas.

#### 3.2 Regionen svarar

Regionen ska svara inom

1. en vardag, eller

2. två timmar.

##### 3.2.1 På natten

Jouren ska svara.

### Avslut

#### 3.3 Kommunen avslutar

| Dag | Vem |
|-----|-----|
| 3.4 | Kommunen |
"""
SENTENCES = """Avtal om vård

1. Mål

1.1 Avtalet ska göra vården trygg. Dosen är
2.5 mg enligt listan.

1.2 Kommunen ska ringa
kl. 12.30 varje dag.

2.5 mg ges först.

12.30 Möte hålls.

1.3 Den 3 maj 2024 gäller

1. bröd,

2. smör, och

3. Mjölk.

2. Vård i hemmet

Start

2.1 Kommunen ska skriva in.

2.2. Regionen ska svara.

3. Sekretess

Parterna ska tiga.
"""
SECTIONS = """Avtal om hjälpmedel

Inledande bestämmelser

§ 1 Avtalets parter

Regionen och kommunen är parter.

§ 2 Ansvar

Kommunen ansvarar för rullstolar enligt § 1.

§ 3 Avgifter

Regionen bestämmer avgifterna.
"""


@pytest.mark.parametrize(
    ("agreement", "ids"),
    [
        (markdown(HEADED), ["inledning", "1", "3.1", "3.2", "3.2.1", "3.3"]),
        (plain(SENTENCES), ["1.1", "1.2", "1.3", "2.1", "2.2", "3"]),
        (plain(SECTIONS), ["1", "2", "3"]),
    ],
)
def test_numbers_in_their_sequence_are_clauses_and_other_numbers_are_text(
    agreement: Parsed, ids: list[str]
) -> None:
    assert [id for id in agreement.ids if id != "inledning" or id in ids] == ids


def test_lists_and_tables_stay_in_their_clause() -> None:
    bodies = markdown(HEADED).bodies
    assert bodies["3.1"].endswith("- Det ska antecknas.")
    assert bodies["3.2"].endswith("2. två timmar.")
    assert "3.4" in bodies["3.3"]
    assert plain(SENTENCES).bodies["1.3"].endswith("3. Mjölk.")


def test_a_clause_begins_after_its_number_and_its_title() -> None:
    agreement = markdown(HEADED)
    assert agreement.bodies["1"] == "Avtalet ska göra vården trygg."
    assert agreement.clause("3.1").title == "Kommunen skriver in"
    assert plain(SENTENCES).bodies["2.1"] == "Kommunen ska skriva in."
    assert plain(SENTENCES).clause("2.1").title is None


def test_headings_are_the_chapter_and_what_stands_between() -> None:
    agreement = markdown(HEADED)
    assert agreement.clause("3.1").headings == ("3 Vård i hemmet", "Start")
    assert agreement.clause("3.2.1").headings == ("3 Vård i hemmet", "Start", "3.2 Regionen svarar")
    assert agreement.clause("3.3").headings == ("3 Vård i hemmet", "Avslut")
    assert plain(SENTENCES).clause("2.2").headings == ("2. Vård i hemmet", "Start")


def test_sections_are_labelled_as_they_are_written() -> None:
    assert [clause.label for clause in plain(SECTIONS).clauses] == ["§ 1", "§ 2", "§ 3"]


def test_a_number_over_mere_sub_headings_is_no_clause_but_one_alone_is() -> None:
    agreement = markdown(
        "# A\n\n## 1 Allmänt\n\n### 1.1 Parterna samverkar\n\n### 1.2 Mål\n\nTrygghet."
    )
    assert agreement.ids == ["1.1", "1.2"]
    assert agreement.bodies["1.1"] == "Parterna samverkar"


def test_numbers_with_letters_are_ids() -> None:
    supplement = markdown(
        "# Ö\n\n## Läkare\n\n#### A1 Start\n\nText ett.\n\n#### A2 Slut\n\nText två."
    )
    assert supplement.ids == ["A1", "A2"]
    assert (
        plain("Ö\n\nA1 Regionen ska.\n\nA2 Kommunen ska.\n\nB12 brist är vanligt.").ids[-1] == "A2"
    )


@pytest.mark.parametrize(
    "chapter", ["3 Vård", "3. Vård", "Kapitel 3 Vård", "Kapitel 3. Vård", "Avsnitt 3 Vård"]
)
def test_chapters_are_written_in_several_ways(chapter: str) -> None:
    text = "Avtal\n\n2.1 Kommunen ska se.\n\n{}\n\n3.1 Regionen ska höra.\n\n3.2 Alla ska veta."
    clause = plain(text.format(chapter)).clause("3.1")
    assert clause.headings == (chapter,)


def test_a_sentence_cut_by_its_list_is_no_title() -> None:
    agreement = plain("Avtal\n\n3.1 Kommunen ska\n\n- se, och\n- höra.\n\n3.2 Regionen ska veta.")
    assert agreement.bodies["3.1"].startswith("Kommunen ska")
    assert agreement.clause("3.1").title is None


@pytest.mark.parametrize("leaders", ["", " ........ 3", " … 3"])
def test_a_table_of_contents_is_no_clause(leaders: str) -> None:
    text = "Avtal\n\n1.1 Mål{0}\n\n1.2 Medel{0}\n\n"
    text += "1.1 Mål\n\nMålet är klart.\n\n1.2 Medel\n\nMedlen finns."
    assert plain(text.format(leaders)).bodies["1.1"] == "Målet är klart."
    assert plain(text.format(leaders)).ids[-2:] == ["1.1", "1.2"]


def test_an_appendix_numbers_anew_under_its_own_name() -> None:
    agreement = markdown(HEADED + "\n## Bilaga 1 Belopp\n\n### 1.1 Dygn\n\nEtt dygn kostar.\n")
    assert agreement.bodies["bilaga-1:1.1"] == "Ett dygn kostar."
    assert agreement.clause("bilaga-1:1.1").label == "Bilaga 1 Belopp, 1.1"


def test_numbers_that_the_format_keeps_outside_the_text_count() -> None:
    parts = [
        ("1", "Mål", 1),
        ("1.1", "Kommunen ska skriva in.", 0),
        ("1.2", "Regionen ska svara.", 0),
    ]
    text, blocks = "", []
    for number, words, level in parts:
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        start = len(text)
        text += words + "\n\n"
        end = start + len(words)
        blocks.append(Block(kind=kind, start=start, end=end, level=level, number=number))
    read = ReadText(text=text, blocks=tuple(blocks), front_matter={})
    agreement = parsed(read)
    assert agreement.bodies == {"1.1": "Kommunen ska skriva in.", "1.2": "Regionen ska svara."}
    assert agreement.clause("1.2").headings == ("1 Mål",)


def test_a_whole_text_of_numbered_sentences_is_clauses() -> None:
    text = "Överenskommelse\n\n1. Kommunen ska se.\n\n2. Regionen ska höra.\n\n3. Alla ska veta.\n"
    assert plain(text).bodies["2"] == "Regionen ska höra."
    led = "Detta gäller för alla:\n\n1. Se.\n\n2. Hör.\n\n3. Vet.\n"
    assert len(plain(led).ids) == 1


def test_headings_without_numbers_give_slugs_of_their_path() -> None:
    guideline = markdown(
        "# Riktlinje\n\nInledande ord.\n\n## Åtgärder på natten\n\nRing.\n\n"
        "### För barn\n\nVäck.\n\n## Övrigt\n\nInget.\n\n## Övrigt\n\nInget mer."
    )
    assert guideline.ids == [
        "inledning",
        "atgarder-pa-natten",
        "atgarder-pa-natten-for-barn",
        "ovrigt",
        "ovrigt-2",
    ]
    assert guideline.clause("atgarder-pa-natten-for-barn").headings == ("Åtgärder på natten",)


def test_text_without_any_heading_is_cut_at_its_paragraphs() -> None:
    read = read_html(b"<p>Kommunen ska:</p><ul><li>se</li></ul><p>Regionen svarar.</p>", "d.html")
    text = parsed(read)
    assert text.ids == ["kommunen-ska", "regionen-svarar"]
    assert text.bodies["kommunen-ska"].endswith("se")


def test_a_document_without_text_has_no_clauses() -> None:
    empty = ReadText(text="", blocks=(), front_matter={})
    assert parse(DocumentId("d"), empty, Kind.AGREEMENT) == ()


def test_a_stray_number_before_the_first_does_not_spoil_the_sequence() -> None:
    text = "Avtal\n\n24.2 Ärendets nummer\n\n1.1 Kommunen ska se.\n\n1.2 Regionen ska höra."
    assert plain(text).ids[-2:] == ["1.1", "1.2"]


def test_an_excerpt_may_begin_in_any_chapter_and_minutes_at_any_section() -> None:
    assert plain("Ur avtalet\n\n7.1 Kommunen ska se.\n\n7.2 Regionen ska höra.").ids[-2:] == [
        "7.1",
        "7.2",
    ]
    assert plain("Protokoll\n\n§ 45 Val\n\nA valdes.\n\n§ 46 Övrigt\n\nInget.").ids[-2:] == [
        "45",
        "46",
    ]


LETTERHEAD = "Region Mitt\n\n# Avtal om vård\n\nBeslutat 2026.\n\n"


@pytest.mark.parametrize(
    ("chapters", "headings"),
    [
        ("## 1 Mål\n\n1.1 Ett.\n\n1.2 Två.\n\n1.3 Tre.\n", ("1 Mål",)),
        ("## 1 Mål\n\n1.1 Ett.\n\n1.2 Två.\n\n# Del två\n\n## 2 Stöd\n\n2.1 Tre.\n",
         ("Avtal om vård", "1 Mål")),
    ],
)  # fmt: skip
def test_a_title_below_the_letterhead_stands_in_no_path(
    chapters: str, headings: tuple[str, ...]
) -> None:
    assert markdown(LETTERHEAD + chapters).clause("1.1").headings == headings
