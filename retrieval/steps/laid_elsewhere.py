"""Who carries what a clause speaks of but lays on nobody: another clause of the document.

A paragraph that names no party seldom means that there is none. An act lays a whole matter on
somebody once (``En kommun ansvarar för socialtjänsten``), a chapter its own (``Den som för
patientjournal ansvarar för sina uppgifter i journalen``), or one paragraph what another lists
(``Varje kommun ska svara för insatser enligt 9 § 2-10``); or several paragraphs go on about one
thing (``upprätta en individuell plan`` … ``Den individuella planen ska``). The clause that names
the party is then cited beside the one that answers.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.clause import Clause
from corpus.document import Document
from corpus.duties.continuity import is_definite, spoken_of
from corpus.duty import Duty, Modality
from corpus.parsing.references import read_references
from corpus.party import Principal
from corpus.party_lexicon import shipped_lexicon
from corpus.sentences import Sentence, item_number, split_sentences
from corpus.status import Kind
from corpus.stems import stem
from retrieval.steps.compose import Found
from retrieval.steps.decide import Decisive
from retrieval.steps.sharing import principals

_MODAL = re.compile(r"\b(?:ska|skall|får|bör|måste|har rätt)\b", re.IGNORECASE)
_ANSWERS_FOR = re.compile(
    r"(?:(?!\bsom\b).)*?\b(?:(?:ansvara|svara)r?|\w*ansvariga?)\s+för\s+(?P<matter>.+)", re.DOTALL
)
"""What a duty makes somebody answer for; after ``som`` it is another who does."""

_IF = re.compile(r",\s+(?:om|när)\b")
_OBLIGED_TO = re.compile(r"Skyldiga? att (?P<matter>.+) är\b")
"""A lead whose items are those who must: ``Skyldig att föra en patientjournal är``."""

_DENIES = re.compile(r"\b(?:inte|ej|aldrig)\b", re.IGNORECASE)
"""An exception is not laid on whoever carries the rest (``lämnas inte för sjukvård``)."""

_ITEMS = re.compile(r"§\s*(?P<items>\d{1,3}(?:\s*(?:[-–]+|,|och)\s*\d{1,3})*)")
_RANGE = re.compile(r"(?P<first>\d+)(?:\s*[-–]+\s*(?P<last>\d+))?")
_BY_NUMBER = re.compile(
    r"(?:(?:ett|en|den|det)\s+)?[a-zåäö]+\s+(?:enligt|som\s+avses\s+i)\s+"
    r"(?P<paragraphs>(?:\d+\s?[a-z]?\s+kap\.\s)?\d[^.;:]{0,40}?§§?)"
)
"""A subject with the paragraphs that it comes from: ``En uppföljning enligt 1 eller 2 §``."""

_NOBODYS = re.compile(
    r"\b(?:ska|skall|får|bör|måste)\b.{0,200}?\s"
    r"(?:\w{2,}as|ges|tas|ses|ske|kunna|innehålla|finnas)\b"
    r"|\bfår\b.{0,400}?\buppgå\b|\bhar\b.{0,200}?\brätt till\b",
    re.IGNORECASE | re.DOTALL,
)
"""What is to be done or had without a word of who does or gives it: a passive, a limit, a right.
An active verb has a doer, though it may not be known as a party (``Konsumentverket ska stödja``).
"""

_TITLE = re.compile(r"(?P<subject>[a-zåäö]{4,})lag(?:en)?\b", re.IGNORECASE)
_WORD = re.compile(r"[a-zåäö]+")
_STEPS_BACK = 2
"""So many clauses back, under the same headings, may the one stand that is gone on from."""

_LONGEST_SUBJECT = 4
"""Words of a subject that plainly points back (``Den individuella planen``)."""

_LONG_WORD, _LONG_STEM, _ENDING = 8, 6, 4
"""Letters: of a word that names one thing, of a stem that tells things apart, of an inflection."""

_UNTIL = re.compile(r"\b(?:efter det att|innan|förrän|till dess)\b")
"""Where a sentence goes on to the time, which may speak of other things."""

_ENOUGH_THINGS = 2
"""So many things of a matter must be spoken of; one alone (``insatser``) says too little."""

_FIRST_WORDS = 9
"""So many words of a matter name it; the rest are its circumstances."""

_MOSTLY = 2 / 3
"""The share of a chapter's duties that lie on one principal, for the chapter to be about it."""

Named = tuple[Clause, Duty]


def laid_elsewhere(found: Found, clauses: Sequence[Clause]) -> Found | None:
    """The clause that names who carries what ``found``, which names nobody, speaks of.

    ``clauses`` are those in force of its document, in order. None when none of them does.
    """
    for way in (_refers_to_it, _that_it_refers_to, _before_it, _of_the_chapter, _whole_act):
        named = list(way(found, clauses))
        if named:
            return _as_found(found.document, named)
    return None


def _as_found(document: Document, named: Sequence[Named]) -> Found:
    clause, first = named[0]
    duties = tuple(duty for each, duty in named if each is clause)
    start, end = first.start, first.end
    if first.lead and _OBLIGED_TO.match(document.text, *first.lead):
        start, end = first.lead
    sentence = Sentence(start=start, end=end, lead=None, body=start)
    return Found(
        document=document, clause=clause, decisive=Decisive(sentence=sentence, duties=duties)
    )


def _named(clauses: Sequence[Clause]) -> Iterator[Named]:
    for clause in clauses:
        for duty in clause.duties:
            if duty.parties and not duty.negated:
                yield clause, duty


def _refers_to_it(found: Found, clauses: Sequence[Clause]) -> Iterator[Named]:
    """Who answers for what the paragraph lists, by its number (``insatser enligt 9 § 2-10``).

    Asked about one item, it is whoever answers for that one. A paragraph that itself speaks of
    an item of the list (``personlig assistans enligt 9 § 2``) is laid like the item.
    """
    text, sentence = found.document.text, found.decisive.sentence
    number = item_number(text, sentence)
    targets: list[tuple[str, set[int]]] = [(found.clause.id, {number} if number else set())]
    said = _IF.split(_said(found))[0]
    if _items(said) and not _DENIES.search(said):
        targets += [(id, _items(said)) for id in read_references(said)]
    for clause, duty, matter in _answered_for(found.document.text, clauses):
        ids, items = read_references(matter), _items(matter)
        if any(id in ids and (not own or own & items) for id, own in targets):
            yield clause, duty


def _that_it_refers_to(found: Found, clauses: Sequence[Clause]) -> Iterator[Named]:
    """Who carries the thing that the sentence is about, in the paragraph that it names for it
    (``En uppföljning enligt 1 § ska avslutas``), when it names only one carrier."""
    subject = _BY_NUMBER.match(_said(found).lower())
    ids = read_references(subject["paragraphs"]) if subject else ()
    chapter = _chapter(found.clause)
    ids = tuple(id if ":" in id or not chapter else f"{chapter}:{id}" for id in ids)
    cited = [each for each in clauses if each.id in ids and each.id != found.clause.id]
    named = list(_named(cited))
    if named and len({frozenset(principals([duty])) for _, duty in named}) == 1:
        yield named[0]


def _answered_for(text: str, clauses: Sequence[Clause]) -> Iterator[tuple[Clause, Duty, str]]:
    """The duties that make somebody answer for a matter, each with the words of the matter.

    Who *may* answer for it (``Endast myndigheter får vara ansvariga för``) need not.
    """
    for clause, duty in _named(clauses):
        # Most duties make nobody answer for anything, and the look at the words costs time.
        matter = _ANSWERS_FOR.match(duty.what) if "för" in duty.what else None
        if matter is None and duty.lead:
            matter = _OBLIGED_TO.match(text, *duty.lead)
        if matter is not None and duty.modality is not Modality.MAY:
            yield clause, duty, matter["matter"]


def _items(said: str) -> set[int]:
    """The numbers of items after a paragraph sign: ``9 § 2-10``."""
    items: set[int] = set()
    for match in _ITEMS.finditer(said):
        for part in _RANGE.finditer(match["items"]):
            items |= set(range(int(part["first"]), int(part["last"] or part["first"]) + 1))
    return items


def _before_it(found: Found, clauses: Sequence[Clause]) -> Iterator[Named]:
    """Who carries the thing that the clause goes on about (``Den individuella planen ska``)."""
    clause, text = found.clause, found.document.text
    sentences = split_sentences(text, clause.start, clause.end)
    if not sentences or clause not in clauses:
        return
    opening = text[sentences[0].start : sentences[0].end].lower()
    modal = _MODAL.search(opening)
    subject = _WORD.findall(opening[: modal.start()]) if modal else []
    if not subject or len(subject) > _LONGEST_SUBJECT or not _points_back(subject):
        return
    at = clauses.index(clause)
    for before in reversed(clauses[max(0, at - _STEPS_BACK) : at]):
        if before.headings != clause.headings:
            return
        for each, duty in _named([before]):
            said = text[duty.start : duty.end].lower()
            if spoken_of(subject[-1], said):
                yield each, duty
                return


def _points_back(subject: Sequence[str]) -> bool:
    """``den individuella planen``; ``ett inskrivningsmeddelande``, a word made for one thing."""
    made = subject[0] in {"en", "ett"} and len(subject[-1]) >= _LONG_WORD
    return made or is_definite(subject[-1])


def _of_the_chapter(found: Found, clauses: Sequence[Clause]) -> Iterator[Named]:
    """Who answers, in the same chapter, for the things that the deciding sentence speaks of."""
    chapter = _chapter(found.clause)
    if not chapter:
        return
    here = [each for each in clauses if _chapter(each) == chapter]
    said = _WORD.findall(_UNTIL.split(_said(found).lower())[0])
    for clause, duty, matter in _answered_for(found.document.text, here):
        things = _things(matter)
        shared = sum(any(_same_thing(thing, word) for word in said) for thing in things)
        if things and shared >= min(_ENOUGH_THINGS, len(things)) and _lays_something(found, duty):
            yield clause, duty
            return


def _things(matter: str) -> set[str]:
    """The stems of the longer words that a matter begins with."""
    stems = (stem(word) for word in _WORD.findall(matter.lower())[:_FIRST_WORDS])
    return {each for each in stems if len(each) >= _LONG_STEM}


def _same_thing(thing: str, word: str) -> bool:
    """Whether a word is of the stem ``thing``, or one of the two is a compound of the other
    (``patientjournal``, ``journalhandling``; ``journalen`` after ``patientjournal``)."""
    at = word.find(thing)
    short = stem(word)
    behind = len(short) >= _LONG_STEM and thing.endswith(short)
    return at == 0 or (at > 0 and len(word) - at - len(thing) <= _ENDING) or behind


def _chapter(clause: Clause) -> str:
    """The chapter in a paragraph's id (``10:9``); empty where an act has none."""
    return clause.id.split(":")[0] if ":" in clause.id else ""


def _whole_act(found: Found, clauses: Sequence[Clause]) -> Iterator[Named]:
    """Who answers for the matter that the act is named after, in the chapters that are about
    that principal's duties."""
    title = _TITLE.search(found.document.title) if found.document.kind is Kind.LAW else None
    if title is None:
        return
    for clause, duty, matter in _answered_for(found.document.text, clauses):
        first = _WORD.match(matter.lower())
        if first and is_definite(first[0]) and spoken_of(first[0], title["subject"].lower()):
            if _lays_something(found, duty) and _is_about(found.clause, duty, clauses):
                yield clause, duty
            return


def _said(found: Found) -> str:
    """The deciding sentence after what it hangs on."""
    text, sentence = found.document.text, found.decisive.sentence
    lead = text[slice(*sentence.lead)] if sentence.lead else ""
    return f"{lead} {text[sentence.start : sentence.end]}".strip()


def _lays_something(found: Found, duty: Duty) -> bool:
    """Whether the clause lays something on somebody whom it does not name; a ban binds
    everybody."""
    text = found.document.text
    if _speaks_of_others(_said(found), duty):
        return False
    for each in found.clause.duties:
        lead = text[slice(*each.lead)] if each.lead else ""
        said = f"{lead} {text[each.start : each.end]}"
        if not each.negated and _NOBODYS.search(said) and not _speaks_of_others(said, duty):
            return True
    return False


def _speaks_of_others(said: str, duty: Duty) -> bool:
    """Whether a sentence names an authority or the other principal: it may mean them."""
    named = {mention.party.principal for mention in shipped_lexicon().find(said)}
    return not named <= principals([duty]) | {Principal.INDIVIDUAL}


def _is_about(clause: Clause, duty: Duty, clauses: Sequence[Clause]) -> bool:
    """Whether the clause's chapter is about the principal of ``duty``."""
    chapter = _chapter(clause)
    here = [each for each in clauses if chapter and _chapter(each) == chapter]
    laid = [principals([each]) for _, each in _named(here)]
    its = sum(bool(each & principals([duty])) for each in laid)
    return bool(laid) and its >= _MOSTLY * len(laid)
