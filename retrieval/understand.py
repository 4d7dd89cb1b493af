"""What a question asks: the step between the door and the search."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.clause import DocumentId
from corpus.duty import Phase
from corpus.party_lexicon import Mention, PartyLexicon
from retrieval.understanding.chat_sentences import ChatSentence, Part, chat_sentences
from retrieval.understanding.known_sources import KnownSource, KnownSources
from retrieval.understanding.language import Language, detect
from retrieval.understanding.last_question import last_question
from retrieval.understanding.named_clauses import NamedClause, find_clauses
from retrieval.understanding.named_sources import NamedSource, find_sources
from retrieval.understanding.patterns import Word, words
from retrieval.understanding.scope import Scope, Topic, steers, topic
from retrieval.understanding.several_questions import several_questions
from retrieval.understanding.source_table import SourceKind
from retrieval.understanding.spelling import Speller
from retrieval.understanding.vocabulary import vocabulary

__all__ = [
    "KnownSource",
    "KnownSources",
    "NamedClause",
    "NamedSource",
    "Scope",
    "Speller",
    "Understood",
    "understand",
    "worded",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What the rules make of a question.

    ``asked`` is the last real question with the background it needs, spelling mended; spans
    in ``mentions`` are offsets into it. ``expanded`` is ``asked`` with the documents' words in
    brackets after the chat words, and ``terms`` those words. ``phases`` are the phases that it
    tells of. ``asks_who`` is true when responsibility is asked for.

    ``questions`` are those that stand on their own legs, when the message asks several.

    ``sources`` are the laws, agreements, regions and systems named; ``missing_sources`` those
    of them whose content is asked for and that the index lacks, when it has none of those named
    (systems are never among them: a question may name one and still be about a duty).
    ``named_documents`` and ``named_clauses`` are asked for by name or number.

    ``scope`` says whether to search at all. ``danger``: remind of 112, whatever the scope.
    ``steering``: the message tried to steer the program, and that part was left out.
    ``wants``: particulars such as ``phone_number`` that few documents hold.
    """

    asked: str
    question: str
    questions: tuple[str, ...]
    lang: Language
    expanded: str
    terms: tuple[str, ...]
    mentions: tuple[Mention, ...]
    phases: tuple[Phase, ...]
    asks_who: bool
    sources: tuple[NamedSource, ...]
    missing_sources: tuple[NamedSource, ...]
    named_documents: tuple[DocumentId, ...]
    named_clauses: tuple[NamedClause, ...]
    scope: Scope
    danger: bool
    steering: bool
    wants: tuple[str, ...]


def understand(
    question: str,
    lexicon: PartyLexicon,
    known: KnownSources,
    *,
    speller: Speller | None = None,
) -> Understood:
    """Read a masked question by rule. Never fails, whatever the text."""
    sentences = chat_sentences(question)
    honest = _without_steering(sentences)
    core = last_question(honest or sentences)
    lang, asked = _mended(core.text, speller)
    there = words(asked)
    about = topic(asked, there)
    whole = topic(question, words(question))
    expanded = vocabulary().expand(asked, lang)
    sources = tuple(find_sources(asked, there, known, core.question))
    return Understood(
        asked=asked,
        question=core.question,
        questions=several_questions(honest),
        lang=lang,
        expanded=expanded.text,
        terms=expanded.terms,
        mentions=lexicon.find(asked, question=True),
        phases=vocabulary().phases(there),
        asks_who=about.responsibility,
        sources=sources,
        missing_sources=_missing(sources),
        named_documents=tuple(dict.fromkeys(s.document for s in sources if s.document)),
        named_clauses=find_clauses(asked, sources),
        scope=_scope(sentences, there, lang, about, whole),
        danger=whole.danger,
        steering=len(honest) < len(sentences),
        wants=about.wants,
    )


def worded(question: str, speller: Speller | None = None) -> str:
    """A question as the search sees it: ``Understood.expanded``, without the rest."""
    sentences = chat_sentences(question)
    core = last_question(_without_steering(sentences) or sentences)
    lang, asked = _mended(core.text, speller)
    return vocabulary().expand(asked, lang).text


def _mended(text: str, speller: Speller | None) -> tuple[Language, str]:
    lang = detect(text, words(text))
    return lang, speller.mend(text) if speller and lang == "sv" else text


def _without_steering(sentences: list[ChatSentence]) -> list[ChatSentence]:
    """The sentences that do not try to steer the program; none when they leave no question."""
    honest = [s for s in sentences if not steers(s.words)]
    asks = any(s.part is Part.QUESTION for s in honest)
    return honest if asks or len(honest) == len(sentences) else []


def _missing(sources: Sequence[NamedSource]) -> tuple[NamedSource, ...]:
    """The sources asked about that the index lacks; none when it has one that is named too."""
    if any(source.document for source in sources):
        return ()
    return tuple(s for s in sources if s.asked and s.kind is not SourceKind.SYSTEM)


def _scope(
    sentences: list[ChatSentence], there: list[Word], lang: Language, about: Topic, whole: Topic
) -> Scope:
    if whole.scope is Scope.DANGER:
        return Scope.DANGER
    if not any(len(word.plain) > 1 for word in there):
        return Scope.EMPTY
    if not _without_steering(sentences):
        return Scope.INSTRUCTION
    if lang == "other":
        return Scope.OTHER_LANGUAGE
    if all(s.part in (Part.COURTESY, Part.FILLER) for s in sentences):
        return Scope.SMALL_TALK
    return about.scope
