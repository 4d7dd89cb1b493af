"""Hand-made answers for the tests of what is drawn."""

from dataclasses import replace
from datetime import date

from corpus.duty import Modality, Phase
from corpus.party import Party, Principal
from corpus.status import Kind, Status
from retrieval.answer import Answer, AnswerStatus, Citation, PartyAnswer, Related

TEXT = (
    "Den som behöver omläggning hemma ska få den utan dröjsmål. Kommunen ska lägga om såret "
    "och dokumentera det.\n\nVårdcentralen bedömer såret en gång i månaden."
)
SENTENCE = "Kommunen ska lägga om såret och dokumentera det."
START = TEXT.index(SENTENCE)

CITATION = Citation(
    document="modellavtal",
    document_title="Modellavtal om hälso- och sjukvård",
    kind=Kind.AGREEMENT,
    clause="3.16",
    label="3.16",
    title="Såromläggning",
    headings=("3 Vård i hemmet",),
    status=Status.EXAMPLE,
    valid_from=date(2026, 1, 1),
    valid_to=None,
    quote=TEXT,
    start=100,
    end=100 + len(TEXT),
    decisive=(START, START + len(SENTENCE)),
    page=None,
    url=None,
)

RELATED = Related(
    document="modellavtal",
    document_title="Modellavtal om hälso- och sjukvård",
    clause="3.17",
    label="3.17",
    title="Sårmaterial",
    status=Status.EXAMPLE,
    apart=False,
    excerpt="Regionen betalar sårmaterial som vårdcentralen har ordinerat.",
)

ANSWERED = Answer(
    status=AnswerStatus.ANSWERED,
    question="Vem lägger om sår hemma?",
    headline="Kommunen ansvarar för såromläggning hemma.",
    principals=(Principal.MUNICIPALITY,),
    parties=(
        PartyAnswer(
            party=Party(principal=Principal.MUNICIPALITY),
            modality=Modality.SHALL,
            what="lägga om såret och dokumentera det",
            phase=Phase.UNDER_WAY,
            condition=None,
            citation=0,
        ),
    ),
    citations=(CITATION,),
    related=(RELATED,),
    notes=("Svaret kommer från ett exempel, inte från ett gällande avtal.",),
    on=date(2026, 11, 22),
    lang="sv",
    probability=0.93,
    redactions=0,
    index_fingerprint="0123456789abcdef",
)

SHARED = replace(
    ANSWERED,
    status=AnswerStatus.SHARED,
    headline="Kommunen och regionen delar ansvaret.",
    principals=(Principal.MUNICIPALITY, Principal.REGION),
    parties=(
        *ANSWERED.parties,
        PartyAnswer(
            party=Party(principal=Principal.REGION, role="vårdcentral"),
            modality=Modality.SHALL,
            what="bedöma såret",
            phase=Phase.ALWAYS,
            condition="Om såret inte läker",
            citation=0,
        ),
    ),
)

REFUSED = replace(
    ANSWERED,
    status=AnswerStatus.NOT_FOUND,
    headline="Jag hittar inget svar i texterna.",
    principals=(),
    parties=(),
    citations=(),
    notes=("Fråga din chef eller den som förvaltar avtalet.",),
    probability=0.1,
)
