"""What a text itself calls the party of a duty, where the party's role alone says too little."""

import re
from functools import cache

from corpus.duties.words import grammar
from corpus.duty import Duty
from corpus.party import Party, Principal
from corpus.party_lexicon import PartyLexicon

LONGEST = 100
"""Characters; a longer subject is no name."""

_BINDS = re.compile(r"\b(?:ska|skall|får|bör|måste|ansvarar|svarar)\b")
_UNFINISHED = (",", " som", " och", " eller", " inte")
_SHARED = (Principal.BOTH, Principal.OTHER)


def called(text: str, duty: Duty, party: Party) -> str | None:
    """The subject of the duty's sentence, when ``party`` is a role of either principal.

    None when the role says enough, or when the sentence does not open with the party.
    """
    if party.role is None or party.principal not in _SHARED:
        return None
    said = text[duty.start : duty.end]
    binds = _BINDS.search(said, 0, LONGEST)
    subject = " ".join(said[: binds.start()].split()) if binds else ""
    if not subject or subject.endswith(_UNFINISHED) or _tells_more(subject):
        return None
    mentions = _lexicon().find(subject)
    opens = bool(mentions) and mentions[0].start == 0
    return subject if opens and party.role in {each.party.role for each in mentions} else None


def _tells_more(subject: str) -> bool:
    """Whether it holds a verb of its own: ``Regeringen anger en norm för hur kostnader``."""
    own = subject.split(" som ")[0]
    return any(grammar().is_present(word.lower()) for word in own.split())


@cache
def _lexicon() -> PartyLexicon:
    return PartyLexicon.load()
