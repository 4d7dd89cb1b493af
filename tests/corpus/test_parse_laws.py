"""The published statutes beside the repository, read as they are."""

import re
from datetime import date
from itertools import pairwise

import pytest

from corpus.parsing.statute_lines import order
from corpus.readers import read_file
from corpus.status import Kind
from tests.corpus.parsed import SHARED, Parsed, needs_shared, parsed

pytestmark = needs_shared

LAWS = SHARED / "lagar"
PARAGRAPH_ID = re.compile(r"(?:\d+[a-z]?:)?\d+[a-z]?")


def law(name: str) -> Parsed:
    return parsed(read_file(LAWS / name), Kind.LAW)


def paragraphs(law: Parsed) -> list[str]:
    return [id for id in law.ids if PARAGRAPH_ID.fullmatch(id)]


def counted_in_markdown(name: str) -> list[str]:
    """The ids by the file's own heading marks alone."""
    ids, chapter = [], ""
    for line in (LAWS / name).read_text("utf-8").split("\n"):
        if found := re.match(r"#+ (\d+ ?[a-z]?) kap\.", line):
            chapter = found[1].replace(" ", "") + ":"
        elif found := re.match(r"#+ (?:/\d+/ )?(\d+ ?[a-z]?) §$", line):
            ids.append(chapter + found[1].replace(" ", ""))
    return ids


def counted_in_plain_text(name: str) -> list[str]:
    """The ids by lines after an empty line that begin with a number and a sign."""
    ids, chapter = [], ""
    for piece in re.split(r"\n\s*\n", (LAWS / name).read_text("utf-8")):
        if found := re.match(r"\s*(\d+ ?[a-z]?) kap\. [A-ZÅÄÖ]", piece):
            chapter = found[1].replace(" ", "") + ":"
        elif found := re.match(r"\s*(\d+ ?[a-z]?) § [A-ZÅÄÖ/]", piece):
            ids.append(chapter + found[1].replace(" ", ""))
    return ids


@pytest.mark.parametrize(
    ("name", "count", "chapters"),
    [
        ("sfs-2017-612.md", 23, 5),
        ("sfs-2017-30.md", 107, 20),
        ("sfs-2010-659.md", 151, 10),
        ("sfs-1993-387.md", 94, 0),
        ("sfs-2008-355.md", 68, 9),
        ("sfs-1985-125.md", 24, 0),
        ("sfs-2022-913.md", 21, 4),
        ("sfs-1991-1128.md", 71, 0),
    ],
)
def test_every_paragraph_of_a_markdown_statute_is_found_once_and_in_order(
    name: str, count: int, chapters: int
) -> None:
    found = paragraphs(law(name))
    assert found == counted_in_markdown(name)
    assert len(set(found)) == count
    assert len({id.partition(":")[0] for id in found if ":" in id}) == chapters


def test_the_plain_text_statute_has_35_chapters_and_295_paragraphs_in_302_wordings() -> None:
    found = paragraphs(law("sfs-2025-400.txt"))
    assert found == counted_in_plain_text("sfs-2025-400.txt")
    assert len(found) == 302
    assert len(set(found)) == 295
    assert len({id.partition(":")[0] for id in found}) == 35


def test_no_number_is_missing_in_the_plain_text_statute() -> None:
    """Proof of the count: within each chapter every number is the next after the one before."""
    chapters: dict[str, list[str]] = {}
    for id in dict.fromkeys(paragraphs(law("sfs-2025-400.txt"))):
        chapter, _, number = id.partition(":")
        chapters.setdefault(chapter, []).append(number)
    assert list(chapters) == [str(number) for number in range(1, 36)]
    for numbers in chapters.values():
        assert order(numbers[0]) == (1, "")
        for (digits, _), (after, letter) in pairwise(map(order, numbers)):
            assert (after, letter) in {(digits + 1, ""), (digits, "a")}


def test_a_paragraph_that_changes_is_two_clauses_with_one_id_told_apart_by_their_dates() -> None:
    social = law("sfs-2025-400.txt")
    before, after = social.wordings("19:1")
    assert (before.valid_from, before.valid_to) == (None, date(2026, 1, 14))
    assert (after.valid_from, after.valid_to) == (date(2026, 1, 15), None)
    assert social.body(before) != social.body(after)
    assert social.body(after).endswith("Lag (2025:1501).")
    assert not any(social.body(clause).startswith("/") for clause in (before, after))
    two = {id for id in social.ids if len(social.wordings(id)) > 1}
    assert two == {"19:1", "19:6", "26:2", "26:4", "28:11", "34:7", "35:2"}


def test_a_repealed_paragraph_that_comes_back_ends_the_day_before_it_does() -> None:
    """2010:659 10 kap. 1 § was repealed by 2023:36 and stands anew by 2025:1302, whose
    transitional provisions, "Denna lag träder i kraft den 1 januari 2026", have strayed into
    10 kap. 13 §."""
    safety = law("sfs-2010-659.md")
    repealed, new = safety.wordings("10:1")
    assert safety.body(repealed).startswith("Har upphävts")
    assert repealed.valid_to == date(2025, 12, 31)
    assert new.valid_from == date(2026, 1, 1)
    assert safety.clause("10:13").valid_from == date(2026, 1, 1)
    assert "träder i kraft" not in safety.bodies["10:13"]
    assert safety.clause("overgang:2025-1302:2").valid_from == date(2026, 1, 1)


def test_a_wording_that_a_later_act_replaces_is_valid_to_the_day_before() -> None:
    """By 2025:1399 another 8 kap. 10 § begins on 2027-01-01; the wording in the file is not
    that act's (it bears no note of it), so it is the one in force until then. 12 kap. 7 §, new
    by the same act, is not in the file."""
    health = law("sfs-2017-30.md")
    assert health.clause("8:10").valid_to == date(2026, 12, 31)
    assert "12:7" not in health.ids
    assert health.clause("16a:1").valid_from == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("name", "id", "first"),
    [
        ("sfs-2017-30.md", "5:8", date(2026, 1, 15)),
        ("sfs-2010-659.md", "6:5", date(2026, 1, 15)),
        ("sfs-1993-387.md", "24g", date(2026, 1, 15)),
        ("sfs-1985-125.md", "1", None),
    ],
)
def test_an_amended_paragraph_is_valid_from_the_day_that_the_header_lists(
    name: str, id: str, first: date | None
) -> None:
    (wording,) = [clause for clause in law(name).clauses if clause.id == id]
    assert (wording.valid_from, wording.valid_to) == (first, None)


@pytest.mark.parametrize("name", sorted(path.name for path in LAWS.glob("sfs-*")))
def test_every_paragraph_has_one_wording_today(name: str) -> None:
    today = date(2026, 11, 22)
    read = law(name)
    valid = [
        clause.id
        for clause in read.clauses
        if (clause.valid_from or today) <= today <= (clause.valid_to or today)
    ]
    assert valid == list(dict.fromkeys(valid))
    assert set(valid) == set(read.ids)


def test_a_slip_of_the_press_before_a_number_is_passed_over() -> None:
    clause = law("sfs-2017-30.md").clause("5:5")
    assert clause.label == "5 kap. 5 §"
    assert clause.headings[-2:] == ("5 kap. Verksamheten", "Allmänt")


@pytest.mark.parametrize(
    ("name", "id", "label", "last_headings"),
    [
        (
            "sfs-2017-612.md",
            "3:1",
            "3 kap. 1 §",
            (
                "3 kap. Åtgärder vid utskrivning",
                "Underrättelse om att en patient är utskrivningsklar",
            ),
        ),
        (
            "sfs-2017-30.md",
            "13a:1",
            "13 a kap. 1 §",
            ("13 a kap. Primärvårdens grunduppdrag",),
        ),
        (
            "sfs-2017-30.md",
            "12:1",
            "12 kap. 1 §",
            (
                "AVDELNING IV. KOMMUNENS ANSVAR SOM HUVUDMAN",
                "12 kap. Ansvar att erbjuda hälso- och sjukvård",
            ),
        ),
        (
            "sfs-1993-387.md",
            "9g",
            "9 g §",
            ("Insatserna för särskilt stöd och särskild service",),
        ),
        (
            "sfs-2008-355.md",
            "1:4",
            "1 kap. 4 §",
            (
                "1 kap. Lagens tillämpningsområde m.m.",
                "Förhållandet till annan dataskyddsreglering",
            ),
        ),
        (
            "sfs-2025-400.txt",
            "29:1",
            "29 kap. 1 §",
            (
                "29 kap. Ansvarsfördelning mellan kommuner",
                "Ansvarig kommun",
                "Bosättningskommunens ansvar",
            ),
        ),
        (
            "sfs-2025-400.txt",
            "16:2a",
            "16 kap. 2 a §",
            ("16 kap. Gallring", "Utredning om barn"),
        ),
    ],
)
def test_a_paragraph_has_its_label_and_the_headings_above_it(
    name: str, id: str, label: str, last_headings: tuple[str, ...]
) -> None:
    [clause] = law(name).wordings(id)
    assert clause.label == label
    assert clause.headings[-len(last_headings) :] == last_headings


@pytest.mark.parametrize(
    ("name", "id", "ending"),
    [
        ("sfs-2008-355.md", "3:2", "- forskning."),
        ("sfs-1991-1128.md", "26", "Lag (2008:415)."),
        ("sfs-2025-400.txt", "35:5", "valfrihetssystem."),
    ],
)
def test_lists_and_lines_that_look_like_headings_stay_in_their_paragraph(
    name: str, id: str, ending: str
) -> None:
    assert law(name).bodies[id].endswith(ending)


def test_a_wrapped_line_that_begins_with_a_reference_is_no_heading() -> None:
    assert "27 kap. 5 § ska bevaras" in law("sfs-2025-400.txt").bodies["17:10"]


def test_transitional_provisions_are_clauses_of_their_own_with_the_date_they_state() -> None:
    social = law("sfs-2025-400.txt")
    ids = [id for id in social.ids if id.startswith("overgang:")]
    assert len(ids) == len(set(ids)) == 8 + 3 + 2
    third = social.clause("overgang:2025-1299:3")
    assert third.label == "övergångsbestämmelse 3 till 2025:1299"
    assert third.valid_from == date(2026, 1, 1)
    assert social.bodies["overgang:2025-400:5"].count("\n\n") == 2


def test_nothing_of_a_statute_is_lost_but_numbers_and_headings() -> None:
    """What stands between the clauses never reads as a sentence."""
    for path in sorted(LAWS.iterdir()):
        statute = law(path.name)
        position = 0
        for clause in sorted(statute.clauses, key=lambda clause: clause.start):
            assert clause.start >= position
            for line in statute.read.text[position : clause.start].split("\n\n"):
                is_header = "Utfärdad:" in line
                is_sentence = line.strip().endswith(".") and " " in line.strip()
                is_title = line.strip().endswith(("m.m.", "m.fl."))
                assert is_header or is_title or not is_sentence, line
            position = clause.end
        assert not statute.read.text[position:].strip()
