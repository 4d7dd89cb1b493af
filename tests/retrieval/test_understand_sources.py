"""Laws, agreements and clauses that a question names."""

import pytest

from retrieval.understand import Scope
from tests.retrieval.asking import AGREEMENT, LAWS, STATUTES, ask, known

NAMED = [
    ("Vem kallar enligt LUS?", ["sfs-2017-612"]),
    ("vad säger hsl om rehab", ["sfs-2017-30"]),
    ("hälso- och sjukvårdslagen 12 kap", ["sfs-2017-30"]),
    ("Vad säger patientsäkerhetslagen och PDL?", ["sfs-2010-659", "sfs-2008-355"]),
    ("SFS 2022:913", ["sfs-2022-913"]),
    ("What does the Dental Care Act say?", ["sfs-1985-125"]),
]

MISSING = [
    ("vad säger patientlagen om fast vårdkontakt", ["patientlagen"]),
    ("Får vi enligt GDPR skicka listan?", ["GDPR"]),
    ("Enligt HSLF-FS 2017:37, vem får delegera?", ["HSLF-FS"]),
    ("Vad gäller enligt SFS 2099:123?", ["SFS 2099:123"]),
    ("vad står det i jaktlagen", ["jaktlagen"]),
    ("hur är avtalet i Skåne", ["Skåne"]),
    ("Vad säger Region Hallands överenskommelse om barn?", ["Halland"]),
    ("vad står i KoK-boken", ["KoK-boken"]),
]

NOT_MISSING = [
    "placerad enligt LVU, vem betalar vården?",
    "vem lägger in det i SAMSA",
    "bidragen och förslagen i underlagen",
    "hon är skriven i Halland, vem betalar",
    "Gäller HSL eller patientlagen?",
    "vad står i lagen",
]

CLAUSES = [
    ("HSL 12:1", [("sfs-2017-30", "12:1")]),
    ("LUS 4 kap. 3 §", [("sfs-2017-612", "4:3")]),
    ("16 kap 1 § hälso- och sjukvårdslagen", [("sfs-2017-30", "16:1")]),
    ("9 g § LSS", [("sfs-1993-387", "9g")]),
    ("tandvårdslagen 8 a §", [("sfs-1985-125", "8a")]),
    ("LPT 7a", [("sfs-1991-1128", "7a")]),
    ("lss § 7", [("sfs-1993-387", "7")]),
    ("patientlagen 5:1", []),
    ("punkt 3.16", [(None, "3.16")]),
    ("3.16", [(None, "3.16")]),
    ("vad står i punkt b6?", [(None, "B6")]),
    ("mötet kl 14.30 och 2,5 mg", []),
    ("LUS från 2017-06-22", []),
]


@pytest.mark.parametrize(("question", "documents"), NAMED)
def test_a_law_that_the_index_has_is_known_by_name_number_and_abbreviation(question, documents):
    understood = ask(question)
    assert list(understood.named_documents) == documents
    assert not understood.missing_sources


@pytest.mark.parametrize(("question", "names"), MISSING)
def test_a_source_that_the_index_lacks_is_told(question, names):
    assert [source.name for source in ask(question).missing_sources] == names


@pytest.mark.parametrize("question", NOT_MISSING)
def test_a_source_that_is_only_mentioned_is_not_missing(question):
    assert not ask(question).missing_sources


@pytest.mark.parametrize(("question", "clauses"), CLAUSES)
def test_a_clause_asked_for_by_number_is_read(question, clauses):
    assert [(c.document, c.clause) for c in ask(question).named_clauses] == clauses


def test_an_agreement_is_known_by_its_kind_and_subject():
    assert ask("överenskommelsen om läkarmedverkan", AGREEMENT).named_documents == ("lakare",)


def test_a_point_belongs_to_the_agreement_named_beside_it():
    named = ask("punkt B6 i överenskommelsen om utskrivning", AGREEMENT).named_clauses
    assert [(c.document, c.clause) for c in named] == [("utskrivning", "B6")]


def test_a_subject_that_the_documents_never_speak_of_names_its_own_source():
    sources = known(STATUTES, used=("kommunen", "vård"))
    understood = ask("vilken uppsägningstid har en undersköterska", sources)
    assert [s.name for s in understood.missing_sources] == ["lagen om anställningsskydd"]
    assert understood.scope is Scope.IN_SCOPE


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("lpt patient ska hem, vem gör planen", False),
        ("LSS brukare behöver hjälp, vem ansvarar", False),
        ("lpt 7 a § vem gör planen", True),
        ("lpt, vad säger den om permission", True),
    ],
)
def test_who_is_called_by_a_law_does_not_ask_it(question, asked):
    assert [source.asked for source in ask(question, AGREEMENT).sources] == [asked]


@pytest.mark.parametrize("question", ["vem vaccinerar på säbo", "vem ansvarar för vaccination?"])
def test_a_task_of_care_is_no_law_of_its_own(question):
    assert ask(question, AGREEMENT).missing_sources == ()


def test_a_subject_that_the_documents_speak_of_is_their_own():
    sources = known(STATUTES, used=("färdtjänst",))
    assert not ask("vem ansvarar för färdtjänsten", sources).missing_sources


def test_a_subject_in_the_background_is_not_what_is_asked():
    sources = known(STATUTES, used=("vård",))
    question = "Begravningsbyrån ringde i morse om mamma. Vem ska stå för transporten?"
    assert not ask(question, sources).missing_sources


def test_a_region_whose_own_agreement_is_indexed_is_not_another_region():
    skane = known({"avtal": "Hälso- och sjukvårdsavtalet i Skåne"})
    assert not ask("vad gäller enligt avtalet i Skåne", skane).missing_sources
    assert ask("vad gäller enligt avtalet i Skåne", LAWS).missing_sources
