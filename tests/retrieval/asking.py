"""What the tests of understanding ask with: the lexicon, and documents as an index knows them."""

from functools import cache

from corpus.clause import DocumentId
from corpus.party_lexicon import PartyLexicon
from corpus.status import Kind
from retrieval.understand import KnownSource, KnownSources, Understood, understand

STATUTES = {
    "sfs-1985-125": "Tandvårdslag (1985:125)",
    "sfs-1991-1128": "Lag om psykiatrisk tvångsvård (1991:1128)",
    "sfs-1993-387": "Lag om stöd och service till vissa funktionshindrade (1993:387)",
    "sfs-2008-355": "Patientdatalag (2008:355)",
    "sfs-2010-659": "Patientsäkerhetslag (2010:659)",
    "sfs-2017-30": "Hälso- och sjukvårdslag (2017:30)",
    "sfs-2017-612": "Lag om samverkan vid utskrivning från sluten hälso- och sjukvård (2017:612)",
    "sfs-2022-913": "Lag om sammanhållen vård- och omsorgsdokumentation (2022:913)",
    "sfs-2025-400": "Socialtjänstlag (2025:400)",
}
AGREEMENTS = {
    "avtal": "Avtal om hälso- och sjukvård mellan region och kommun",
    "lakare": "Överenskommelse om läkarmedverkan",
    "utskrivning": "Överenskommelse om in- och utskrivning och betalningsansvar",
}


def known(
    titles: dict[str, str], kind: Kind = Kind.LAW, used: tuple[str, ...] = ()
) -> KnownSources:
    """An index with documents of these titles whose texts hold the words ``used``."""
    return KnownSources(
        (KnownSource(id=DocumentId(i), title=title, kind=kind) for i, title in titles.items()), used
    )


LAWS = known(STATUTES)
AGREEMENT = known(AGREEMENTS, Kind.AGREEMENT)


@cache
def lexicon() -> PartyLexicon:
    return PartyLexicon.load()


def ask(question: str, sources: KnownSources = LAWS) -> Understood:
    return understand(question, lexicon(), sources)
