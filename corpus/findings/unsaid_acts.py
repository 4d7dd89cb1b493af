"""Acts that the text tells of as done, without saying by whom: ``Provsvar bevakas``.

Agreements bind with the plain present too, and in the passive it hides the doer just as *ska*
does. Such a sentence is no duty, since it names nobody and no modality.
"""

import re
from collections.abc import Iterator

from corpus.findings.values import Finding, FindingKind, Place, key_of
from corpus.findings.words import finding_words
from corpus.party import Principal
from corpus.party_lexicon import Mention, shipped_lexicon
from corpus.sentences import split_sentences
from corpus.stems import stem

_WORD = re.compile(r"[\w/-]+")
_LONGEST_SUBJECT = 6
# "Meddelandet skickas" goes on about what was said before, where the doer is named.
_DEFINITE = re.compile(r"(?:[^aeiouyåäö]en|et|[ao]n|erna|arna|orna)$", re.IGNORECASE)
_DOER_BEFORE = re.compile(r"\b(?:av|genom|via|hos|på|i|inom|från)\s+(?:\w+\s+)?$", re.IGNORECASE)
_AGENT = re.compile(r"\bav\s+(?:den|de|en|var|någon|samtlig\w*|respektive)\b", re.IGNORECASE)


def unsaid_acts(whole: Place) -> Iterator[Finding]:
    """The findings of a clause, given as the place of all of it."""
    text, before = whole.document.text, ""
    for sentence in split_sentences(text, whole.start, whole.end):
        said = text[sentence.start : sentence.end]
        own = any(sentence.start <= d.start < sentence.end for d in whole.clause.duties)
        verb = None if own or sentence.lead else _act(text[sentence.body : sentence.end], before)
        if verb:
            place = Place(
                document=whole.document,
                clause=whole.clause,
                start=sentence.start,
                end=sentence.end,
            )
            yield Finding(
                kind=FindingKind.NO_PARTY,
                places=(place,),
                key=key_of([place], verb),
                about={"verb": verb},
            )
        before = said


def _act(said: str, before: str) -> str | None:
    """The act that ``said`` tells of without a doer; ``before`` is the sentence before it."""
    found = finding_words().acts.search(said)
    if found is None or not said[:1].isupper() or _AGENT.search(said, found.end()):
        return None
    mentions = shipped_lexicon().find(said)
    subject = _WORD.findall(said[: found.start()])
    if not _is_new(subject, mentions, before):
        return None
    if any(_DOER_BEFORE.search(said[: mention.start]) for mention in mentions):
        return None
    return found.group()


def _is_new(subject: list[str], mentions: tuple[Mention, ...], before: str) -> bool:
    """Whether the sentence begins with a short subject of its own."""
    if not 0 < len(subject) <= _LONGEST_SUBJECT:
        return False
    if any(word.lower() in finding_words().no_subject for word in subject):
        return False
    person = mentions and not mentions[0].start
    if person and mentions[0].party.principal is Principal.INDIVIDUAL:
        return True
    known = {stem(word.lower()) for word in _WORD.findall(before)}
    return not _DEFINITE.search(subject[0]) and stem(subject[0].lower()) not in known
