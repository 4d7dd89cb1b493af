"""Duties that nobody is named for: ``ska dokumenteras`` – by whom?"""

import re
from collections.abc import Iterator

from corpus.duty import Duty, Modality
from corpus.findings.values import Finding, FindingKind, Place, key_of
from corpus.findings.words import finding_words

_BINDING = {Modality.SHALL, Modality.SHOULD}
_PASSIVE = re.compile(
    r"\b(?:ska|skall|bör|måste)\b(?P<between>(?:\s+[\w-]+,?){0,14}?)\s+"
    r"(?P<verb>\w{2,}as|finnas|ges|tas|ses|fås|nås|slås|dras|sys|bes|läggas)\b"
)
_STATE = re.compile(r"\b(?:ska|skall|bör|måste)\b(?:\s+[\w-]+){0,6}?\s+(?P<verb>vara\s+)")
_AGENT = re.compile(r"^(?:\s+[\w-]+){0,6}?\s+av\s+(?:den|de|en|var|någon|samtlig\w*|respektive)\b")


def without_party(duty: Duty, place: Place) -> Iterator[Finding]:
    """The finding, when the duty binds and the text names nobody, however loosely.

    A sentence in the passive is what leaves the doer out; other sentences without a party
    have a subject that stands for one (``den som``, ``var och en``).
    """
    if duty.parties or duty.negated or duty.modality not in _BINDING:
        return
    verb = _hidden(place.quote) or _state(place.quote)
    if verb:
        yield Finding(
            kind=FindingKind.NO_PARTY,
            places=(place,),
            key=key_of([place], verb),
            about={"verb": verb},
        )


def _hidden(said: str) -> str | None:
    """The first verb in the passive whose doer is not told."""
    for match in _PASSIVE.finditer(said):
        needs = match["verb"] not in finding_words().no_actor_needed
        if needs and not _AGENT.match(said[match.end() :]):
            return match["verb"]
    return None


def _state(said: str) -> str | None:
    """What is to be done already (``vara ordnade``), whoever does it."""
    for match in _STATE.finditer(said):
        found = finding_words().states.match(said, match.end())
        if found and not _AGENT.match(said[found.end() :]):
            return f"vara {found.group()}"
    return None
