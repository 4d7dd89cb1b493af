"""Laid elsewhere: another clause names who carries what the one that answers lays on nobody."""

from datetime import date
from pathlib import Path

import pytest

from corpus.clause import Clause
from corpus.document import Document
from corpus.folder import read_folder
from corpus.party import Principal
from corpus.sentences import split_sentences
from retrieval.steps.compose import Found, headline_behind
from retrieval.steps.decide import Decisive
from retrieval.steps.laid_elsewhere import laid_elsewhere
from retrieval.steps.sharing import principals
from retrieval.validity import holds

MUNICIPALITY, REGION = Principal.MUNICIPALITY, Principal.REGION

MANIFEST = """answers = ["in_force"]

[documents.lag]
file = "lag.md"
title = "Omsorgslag (2099:1)"
kind = "law"
status = "in_force"
valid_from = 2099-01-01
"""

LAW = """# Omsorgslag (2099:1)

## 1 kap. Ansvar

### 1 §

Kommunen ansvarar för omsorgen inom sitt område.

### 2 §

Regionen ska svara för insatser enligt 4 kap. 1 § 1. Kommunen ska svara för insatser enligt \
4 kap. 1 § 2-3.

## 2 kap. Insatser

### 1 §

Kommunen ska erbjuda hjälp i hemmet. Nämnden ska följa upp hjälpen.

### 2 §

Hjälpen ska utformas efter den enskildes önskemål.

### 3 §

Regionen ska tillsammans med kommunen upprätta en samordnad plan.

### 4 §

Den samordnade planen ska utformas med den enskilde.

### 5 §

Omsorgsverket ska ge stöd åt var och en.

### 6 §

Beslut ska efter ansökan meddelas av Socialstyrelsen.

### 7 §

Med hjälp avses stöd i hemmet.

## 3 kap. Tillsyn

### 1 §

Inspektionen för vård och omsorg ska granska verksamheten.

### 2 §

Barn ska höras vid granskningen.

## 4 kap. Stöd

### 1 §

Stödet är

1. rådgivning,

2. ledsagning, och

3. avlösning i hemmet.

### 2 §

Ledsagning enligt 1 kap. 1 § 2 lämnas inte utomlands. Ledsagning enligt 4 kap. 1 § 2 får ges.

## 5 kap. Boende

### 1 §

Kommunen ska erbjuda boende.

### 2 §

Insatser ska ges i god tid.

## 6 kap. Register

### 1 §

Regionen ansvarar för registret över boende och för utdrag ur det.

### 2 §

Vid flytt ska en anteckning göras i boenderegistret och ett utdrag skickas.

Ledsagning enligt 4 kap. 1 § 2 ska inte ges vid flytt.

### 3 §

Ett utdrag enligt 1 § ska lämnas inom en vecka.

## 7 kap. Ersättning

### 1 §

En kommun eller en region som dröjer ska betala ersättning.

### 2 §

Ersättningen ska bestämmas efter dröjsmålet.

## 8 kap. Dagbok

### 1 §

Skyldig att föra en hjälpdagbok är

1. den som utför hjälp i hemmet, och

2. den som utför avlösning.

### 2 §

Det som görs ska antecknas i dagboken samma dag.
"""

TODAY = date(2099, 6, 1)


@pytest.fixture(scope="module")
def law(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, list[Clause]]:
    folder: Path = tmp_path_factory.mktemp("lag")
    (folder / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
    (folder / "lag.md").write_text(LAW, encoding="utf-8")
    read = read_folder(folder)
    [document] = read.documents
    clauses = [each for each in read.clauses if holds(document, each, TODAY, read.answers)]
    return document, clauses


def found(law: tuple[Document, list[Clause]], id: str, words: str) -> Found:
    """The clause as an answer whose deciding sentence holds ``words``."""
    document, clauses = law
    [clause] = [each for each in clauses if each.id == id]
    at = document.text.index(words, clause.start, clause.end)
    [sentence] = [
        each
        for each in split_sentences(document.text, clause.start, clause.end)
        if each.start <= at < each.end
    ]
    here = tuple(d for d in clause.duties if d.start < sentence.end and d.end > sentence.start)
    decisive = Decisive(sentence=sentence, duties=here)
    return Found(document=document, clause=clause, decisive=decisive)


@pytest.mark.parametrize(
    ("id", "words", "behind", "carriers"),
    [
        ("2:2", "Hjälpen ska", "2:1", {MUNICIPALITY}),
        ("2:4", "Den samordnade planen", "2:3", {MUNICIPALITY, REGION}),
        ("4:1", "rådgivning", "1:2", {REGION}),
        ("4:1", "avlösning", "1:2", {MUNICIPALITY}),
        ("4:1", "Stödet är", "1:2", {MUNICIPALITY, REGION}),
        ("4:2", "Ledsagning enligt 4 kap.", "1:2", {MUNICIPALITY}),
        ("5:2", "Insatser ska", "1:1", {MUNICIPALITY}),
        ("6:2", "Vid flytt ska", "6:1", {REGION}),
        ("6:3", "Ett utdrag enligt 1 §", "6:1", {REGION}),
    ],
)
def test_who_carries_it_is_taken_from_the_clause_that_says_so(
    law: tuple[Document, list[Clause]], id: str, words: str, behind: str, carriers: set[Principal]
) -> None:
    other = laid_elsewhere(found(law, id, words), law[1])
    assert other is not None
    assert other.clause.id == behind
    assert principals(other.decisive.duties) == carriers


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("2:5", "Omsorgsverket"),
        ("2:6", "Beslut ska"),
        ("2:7", "Med hjälp avses"),
        ("3:2", "Barn ska"),
        ("6:2", "Ledsagning enligt"),
    ],
    ids=["an unknown doer", "an authority", "a definition", "another's chapter", "an exception"],
)
def test_nothing_is_laid_on_anybody_without_ground(
    law: tuple[Document, list[Clause]], id: str, words: str
) -> None:
    assert laid_elsewhere(found(law, id, words), law[1]) is None


@pytest.mark.parametrize(
    ("asks_who", "lang", "line"),
    [
        (True, "sv", "Kommunen ansvarar för punkt 3 enligt 1 kap. 2 §. I 4 kap. 1 § står vad "
                     "som gäller, men där nämns ingen ansvarig."),
        (False, "sv", "Så här står det i 4 kap. 1 § Omsorgslag (2099:1). Där nämns ingen "
                      "ansvarig. Kommunen ansvarar för punkt 3 enligt 1 kap. 2 §."),
        (True, "en", "The municipality is responsible for item 3 under 1 kap. 2 §. What applies "
                     "stands in 4 kap. 1 §, which names nobody."),
    ],
)  # fmt: skip
def test_the_first_line_tells_where_the_party_stands(
    law: tuple[Document, list[Clause]], asks_who: bool, lang: str, line: str
) -> None:
    one = found(law, "4:1", "avlösning")
    other = laid_elsewhere(one, law[1])
    assert other is not None
    assert headline_behind(one, other, lang, asks_who=asks_who) == line


@pytest.mark.parametrize(
    ("id", "words", "line"),
    [
        (
            "4:1",
            "Stödet är",
            "Enligt 1 kap. 2 § har regionen och kommunen var sin del av ansvaret.",
        ),
        ("5:2", "Insatser ska", "Kommunen ansvarar enligt 1 kap. 1 §."),
        ("2:4", "Den samordnade", "Delat ansvar enligt 2 kap. 3 §: regionen och kommunen."),
        ("8:2", "Det som görs", "De som räknas upp i 8 kap. 1 § ansvarar. I 8 kap. 2 § står"),
        ("7:2", "Ersättningen", "Ansvarig enligt 7 kap. 1 §: kommunen eller regionen."),
    ],
)
def test_what_two_carry_apart_together_or_one_of_them_is_told_as_such(
    law: tuple[Document, list[Clause]], id: str, words: str, line: str
) -> None:
    one = found(law, id, words)
    other = laid_elsewhere(one, law[1])
    assert other is not None
    assert line in headline_behind(one, other, "sv", asks_who=True)
