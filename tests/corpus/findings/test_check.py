"""Each kind of gap and conflict in a few lines, and what must not be taken for one."""

import pytest

from corpus.findings import check
from corpus.findings.values import SEVERITY, FindingKind
from corpus.folder import read_folder
from tests.corpus.model_agreement import LAWS, corpus

HEAD = "---\ntitle: {title}\nkind: {kind}\nstatus: {status}\n---\n\n# {title}\n\n## 1 Vård\n\n"


def document(*clauses, title="Avtal om vård", kind="agreement", status="example", first=1):
    parts = [HEAD.format(title=title, kind=kind, status=status)]
    for number, clause in enumerate(clauses, start=first):
        heading, _, body = clause.partition(": ")
        parts.append(f"#### 1.{number} {heading}\n\n{body}\n\n")
    return "".join(parts)


def supplement(*clauses, **facts):
    return document(*clauses, title="Överenskommelse om sår", kind="supplement", **facts)


@pytest.fixture
def found(tmp_path):
    def find(*documents):
        for number, text in enumerate(documents):
            (tmp_path / f"dokument-{number}.md").write_text(text, encoding="utf-8")
        read = read_folder(tmp_path)
        assert not read.errors
        return check(read.documents, read.clauses)

    return find


def kinds(findings):
    return [finding.kind.value for finding in findings]


WOUND = "Sår: Kommunen ska lägga om svåra sår hemma hos patienten inom två dagar."

ALONE = [
    # (clause, what is found)
    ("Plan: En plan för vården ska upprättas.", ["no_party"]),
    ("Plan: Vid flytt ska läkemedelslistan skickas med.", ["no_party"]),
    ("Rutin: Det ska finnas en rutin för vården.", ["no_party"]),
    ("Plan: Planen ska läsas av den som är i tjänst.", []),
    ("Plan: Planen ska inte lämnas till hemtjänsten.", []),
    ("Plan: Planen ska skrivas av regionen.", []),
    ("Sår: Kommunen eller regionen ska lägga om såret.", ["two_parties"]),
    ("Sår: Kommunen eller VC ska lägga om såret.", ["two_parties"]),
    ("Sår: Då ska vårdcentralen eller kommunens sjuksköterska lägga om såret.", ["two_parties"]),
    ("Sår: Sjuksköterskan på vårdcentralen eller på kommunens enhet ska lägga om såret.", []),
    ("Sår: Patienten ska få stöd av kommunen eller vårdcentralen.", []),
    ("Sår: Vårdcentralen eller akutmottagningen ska lägga om såret.", []),
    ("Sår: Förskrivaren i regionen eller kommunen ska lägga om såret.", []),
    ("Svar inom två dagar: Kommunen ska svara på frågan inom tre dagar.", ["time_conflict"]),
    ("Svar inom två dagar: Kommunen ska svara på frågan inom 2 dagar.", []),
    ("Sår: Kommunen ska lägga om såret enligt punkt 1.7.", ["dead_reference"]),
    ("Sår: Kommunen ska lägga om såret enligt kapitel 1.", []),
    ("Sår: Kommunen ska lägga om såret enligt punkt 4 i Vårdplanen.", []),
]


@pytest.mark.parametrize(("clause", "expected"), ALONE)
def test_a_clause_alone(found, clause, expected):
    assert kinds(found(document(clause))) == expected


SECTIONS = "---\ntitle: Avtal\nkind: agreement\nstatus: in_force\n---\n\n# Avtal\n\n"


@pytest.mark.parametrize("style", ["§ {}", "{} §"])
@pytest.mark.parametrize(
    ("reference", "dead"),
    [
        ("enligt 9 §", 1),
        ("enligt 1 och 9 §§", 1),
        ("enligt 1 och 2 §§", 0),
        ("enligt 9 § socialtjänstlagen", 0),
        ("enligt 9 § LSS", 0),
        ("enligt protokollet § 9", 0),
    ],
)
def test_a_paragraph_of_an_agreement_that_is_written_in_them(found, style, reference, dead):
    one, two = style.format(1), style.format(2)
    text = (
        f"{SECTIONS}{one} Mål\n\nKommunen ska ge god vård.\n\n"
        f"{two} Svar\n\nRegionen ska svara {reference}.\n"
    )
    told = [finding.about["reference"] for finding in found(text)]
    assert [("9" in reference) for reference in told] == [True] * dead


PAIRS = [
    # (the same clause in an överenskommelse, what is found)
    (WOUND.replace("Kommunen", "Regionen"), ["two_parties"]),
    (WOUND.replace("två", "fem"), ["time_conflict"]),
    (WOUND.replace("ska", "får"), ["modality_conflict"]),
    (WOUND.replace("ska", "ska inte"), ["modality_conflict"]),
    (WOUND, ["repeats"]),
    (WOUND.replace("svåra sår", "barns svåra sår"), []),
    (WOUND.replace("Kommunen", "Regionen").replace("hemma", "gemensamt hemma"), []),
    ("Listor: Regionen ska lämna en aktuell läkemedelslista varje år.", []),
]


@pytest.mark.parametrize(("clause", "expected"), PAIRS)
def test_a_clause_beside_one_of_the_main_agreement(found, clause, expected):
    assert kinds(found(document(WOUND), supplement(clause))) == expected


def test_one_task_is_known_though_one_sentence_names_its_doer_last(found):
    one = "Svar: Kommunen ska bevaka provsvar i journalen."
    other = "Svar: Provsvar i journalen ska bevakas av vårdcentralen."
    assert kinds(found(document(one), supplement(other))) == ["two_parties"]


def test_a_word_in_two_senses(found):
    findings = found(
        document("Ord: Vardag är måndag till fredag."),
        supplement("Ord: Med vardag avses måndag till lördag, även helgdag."),
    )
    assert kinds(findings) == ["two_senses"]
    assert findings[0].about == {"term": "vardag"}


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("Med ordinärt boende avses en bostad i en villa.", "ordinärt boende"),
        ("Ordinärt boende är en bostad i en villa.", "ordinärt boende"),
        ("SIP är ett papper med namn.", "SIP"),
    ],
)
def test_a_word_in_two_senses_is_told_as_the_text_writes_it(found, sentence, term):
    other = f"Med {term} avses något helt annat som ingen har tänkt på."
    findings = found(document(f"Ord: {other}"), supplement(f"Ord: {sentence}"))
    assert [finding.about for finding in findings] == [{"term": term}]


def test_an_example_is_not_held_against_an_agreement_in_force(found):
    sense = "Ord: Med vardag avses måndag till lördag, även helgdag."
    other = supplement("Ord: Vardag är måndag till fredag.", WOUND, status="in_force")
    assert found(document(sense, WOUND.replace("två", "fem")), other) == ()


COURSE = (
    "Start: Kommunen ska skriva in patienten när vården i hemmet börjar.",
    "Pågående: Kommunen ska under pågående vård hålla vårdplanen aktuell.",
)


def test_a_course_of_care_that_nobody_ends(found):
    assert kinds(found(document(*COURSE))) == ["missing_phase"]


@pytest.mark.parametrize(
    "last",
    [
        "Slut: Kommunen ska avsluta vården ihop med läkaren.",
        "Byte: Regionen ska ta över vården när patienten flyttar.",
    ],
)
def test_a_course_of_care_with_an_end_or_a_takeover(found, last):
    assert found(document(*COURSE, last)) == ()


CHAPTERS = """---
title: Avtal
kind: agreement
status: in_force
---

# Avtal

## 1 Start av vård i hemmet

### 1.1 Inskrivning

Kommunen ska skriva in patienten när vården i hemmet börjar.

### 1.2 Plan

Kommunen ska under pågående vård hålla vårdplanen aktuell.

## 2 Pågående vård

### 2.1 Prov

Kommunen ska ta prover.

## 3 {last}

### 3.1 Sist

{duty}
"""


def test_chapters_named_for_the_course_of_care_are_one_topic(found):
    ends = CHAPTERS.format(last="Avslut", duty="Kommunen ska avsluta vården i hemmet.")
    assert found(ends) == ()
    never = CHAPTERS.format(last="Lokaler", duty="Regionen ska ställa lokaler till förfogande.")
    (finding,) = found(never)
    assert (finding.kind.value, finding.about["topic"]) == ("missing_phase", "")


def test_a_draft_is_not_held_against_what_it_replaces(found):
    other = WOUND.replace("Kommunen", "Regionen")
    assert found(document(WOUND), document(other, status="draft")) == ()


def test_a_draft_is_held_against_the_law(found):
    law = document(WOUND, title="Lag om sår", kind="law", status="in_force")
    draft = document(WOUND.replace("två", "fem"), status="draft")
    assert kinds(found(law, draft)) == ["time_conflict"]


def test_nothing_is_asked_of_what_binds_nobody(found):
    gap = "Plan: En plan för vården ska upprättas."
    assert found(document(gap, status="repealed")) == ()
    assert found(document(gap, kind="minutes", status="notes")) == ()


def test_the_model_agreement_has_no_gap_that_the_check_sees():
    assert check(corpus().documents, corpus().clauses) == ()


@pytest.mark.skipif(not LAWS.is_dir(), reason="the statutes are not at hand")
def test_the_statutes_give_few_findings():
    read = read_folder(LAWS)
    assert len(check(read.documents, read.clauses)) <= 3


def test_an_id_outlives_renumbering_and_not_another_wording(found):
    gap = "Plan: En plan för vården ska upprättas."
    first = found(document(gap))[0].id
    assert found(document("Ny: Kommunen ska svara.", gap))[0].id == first
    assert found(document(gap.replace("vården", "all vård")))[0].id != first


def test_every_place_stands_in_its_document(found):
    findings = found(document(WOUND), supplement(WOUND.replace("två", "fem")))
    for finding in findings:
        assert len(finding.places) == 2
        for place in finding.places:
            assert place.quote == place.document.text[place.start : place.end]
            assert place.quote.startswith("Kommunen ska lägga om")


def test_every_kind_has_a_severity():
    assert set(SEVERITY) == set(FindingKind)
