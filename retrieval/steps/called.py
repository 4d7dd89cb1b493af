"""What a text itself calls the party of a duty, where the party's role alone says too little."""

import re

from corpus.duties.described import described_parties, with_described
from corpus.duties.words import grammar
from corpus.duty import Duty
from corpus.party import Party, Principal
from corpus.party_lexicon import shipped_lexicon

LONGEST = 100
"""Characters; a longer subject is no name."""

_BINDS = re.compile(r"\b(?:ska|skall|får|bör|måste|ansvarar|svarar)\b")
_UNFINISHED = (",", " som", " och", " eller", " inte")
_OWN_VERB_NEXT = re.compile(r"\bsom (?:enligt|i|med stöd av)\b[^,]*§+$")
_SHARED = (Principal.BOTH, Principal.OTHER)


def called(text: str, duty: Duty, party: Party) -> str | None:
    """The subject of the duty's sentence, when ``party`` is a role of either principal.

    None when the role says enough, or when the sentence does not open with the party.
    """
    if party.role is None or party.principal not in _SHARED:
        return None
    said = text[duty.start : duty.end]
    subject = _subject(said)
    if not subject or subject.endswith(_UNFINISHED) or _tells_more(subject):
        return None
    mentions = with_described(
        shipped_lexicon().find(subject), described_parties(said, 0, len(said))
    )
    opens = bool(mentions) and mentions[0].start == 0
    here = {each.party.role for each in mentions if each.start < len(subject)}
    return subject if opens and party.role in here else None


def _subject(said: str) -> str:
    """What stands before the verb that binds; ``Den som enligt 2 § ska ta emot rapporter`` binds
    only by its second."""
    for binds in _BINDS.finditer(said, 0, LONGEST):
        subject = " ".join(said[: binds.start()].split())
        if not _OWN_VERB_NEXT.search(subject):
            return subject
    return ""


def _tells_more(subject: str) -> bool:
    """Whether it holds a verb of its own: ``Regeringen anger en norm för hur kostnader``."""
    own = subject.split(" som ")[0]
    return any(grammar().is_present(word.lower()) for word in own.split())
