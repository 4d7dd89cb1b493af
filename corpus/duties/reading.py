"""The duties of a clause, sentence by sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.clause import Clause
from corpus.duties.continuity import continues, inheritable, laid_again
from corpus.duties.described import described_parties, with_described
from corpus.duties.enumeration import Lines, governs, with_leads
from corpus.duties.modality import Form
from corpus.duties.noun_phrase import first_named
from corpus.duties.phase import read_phase
from corpus.duties.predicate import leaves_open
from corpus.duties.statements import Statement, read_statements
from corpus.duties.surroundings import deciders, heading_parties, settled
from corpus.duties.tables import Columns, read_columns, row_duties
from corpus.duties.time_limit import read_time_limit
from corpus.duties.wording import condition, shorten, what, without_governor
from corpus.duties.words import Grammar, Token, grammar, mentions_within, tokenise
from corpus.duty import Duty, Modality, Phase
from corpus.party import Party
from corpus.party_lexicon import Mention, PartyLexicon
from corpus.sentences import Sentence, split_sentences

_DEFINITIONS = re.compile(
    r"[\d.\s]*(?:kap\.\s*)?(?:ord(?:\b|list|förklar)|definition|begrepp|uttryck|termer)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Reader:
    """What is known while a clause is read from its first sentence to its last."""

    text: str
    clause: Clause
    lexicon: PartyLexicon
    words: Grammar
    mentions: tuple[Mention, ...]
    defines: bool
    duties: list[Duty] = field(default_factory=list)
    columns: Columns | None = None


def read_duties(text: str, clause: Clause, lexicon: PartyLexicon) -> tuple[Duty, ...]:
    """The duties that the clause's sentences lay on somebody, in the text's order.

    ``text`` is the whole document's; every span is in it. A sentence that lays nothing on
    anybody (a definition, a scope, a reference) yields none. Nothing is raised for text
    that is not Swedish or not a rule; it yields what little can be read.
    """
    found = lexicon.find(text[clause.start : clause.end])
    named = tuple(
        Mention(
            start=m.start + clause.start,
            end=m.end + clause.start,
            party=m.party,
            genitive=m.genitive,
        )
        for m in found
    )
    mentions = with_described(named, described_parties(text, clause.start, clause.end))
    above = (*clause.headings, clause.title or "")
    defines = any(_DEFINITIONS.match(heading) for heading in above)
    reader = _Reader(text, clause, lexicon, grammar(), mentions, defines)
    for lines in with_leads(split_sentences(text, clause.start, clause.end)):
        _read_sentence(reader, lines)
    return tuple(reader.duties)


def _read_sentence(reader: _Reader, lines: Lines) -> None:
    sentence = lines.sentence
    body = reader.text[sentence.body : sentence.end]
    if reader.words.no_duty.match(body) or body.endswith("?"):
        return
    if " | " in reader.text[sentence.start : sentence.end]:
        _read_row(reader, sentence)
        return
    if any(lead for lead in lines.leads if _is_silent(reader, lead.start, lead.end)):
        return
    if lines.leads:
        _read_item(reader, lines)
        return
    tokens = _tokens(reader, sentence.body, sentence.end)
    statements = read_statements(tokens, reader.words) if tokens else ()
    carried = statements or _only_party(tokens)
    if lines.leads_items and carried and not _governs(reader, sentence):
        return
    if not statements:
        _read_fragment(reader, lines, tokens)
    for statement in statements:
        _add(reader, lines, statement, None)


def _read_row(reader: _Reader, sentence: Sentence) -> None:
    columns, is_head = read_columns(reader.text, sentence, reader.lexicon, reader.columns)
    reader.columns = columns
    if not is_head and not reader.defines:
        found = row_duties(reader.text, sentence, reader.mentions, reader.clause, columns)
        reader.duties.extend(found)


def _is_silent(reader: _Reader, start: int, end: int) -> bool:
    return reader.words.no_duty.match(reader.text[start:end]) is not None


def _tokens(reader: _Reader, start: int, end: int) -> tuple[Token, ...]:
    return tokenise(reader.text, start, end, reader.mentions)


def _governs(reader: _Reader, lead: Sentence) -> bool:
    """Whether a lead is itself the statement, and its items only conditions or objects."""
    tokens = _tokens(reader, lead.body, lead.end)
    if not tokens or not (governs(reader.text, lead) or leaves_open(tokens, reader.words)):
        return False
    return bool(read_statements(tokens, reader.words))


def _only_party(tokens: Sequence[Token]) -> tuple[Party, ...]:
    """The parties of a lead that names nothing else (``Kommunen:``)."""
    parties = tuple(t.mention.party for t in tokens if t.mention is not None)
    rest = [t for t in tokens if t.mention is None and t.word not in {":", "och", ",", "–"}]
    return parties if not rest else ()


def _read_item(reader: _Reader, lines: Lines) -> None:
    """An item is its own statement when it names its own party, else its lead's."""
    sentence = lines.sentence
    if any(_governs(reader, lead) for lead in lines.leads):
        return
    if lines.leads_items and not _governs(reader, sentence):
        return
    own = _tokens(reader, sentence.body, sentence.end)
    own_statements = read_statements(own, reader.words, continued=True) if own else ()
    if own_statements and _names_own(own_statements[0]):
        for statement in own_statements:
            _add(reader, lines, statement, None)
        return
    lead = [t for above in lines.leads for t in _tokens(reader, above.body, above.end)]
    if _breaks_at_modal(lead, reader.words) and own and own[0].mention is None:
        lead = [*lead, *own]
    led = read_statements(lead, reader.words) if lead else ()
    if led:
        _add(reader, lines, led[-1], shorten(reader.text[sentence.body : sentence.end]))
    elif parties := _only_party(lead):
        _append(reader, lines, parties, Modality.RESPONSIBLE, inherited=False)
    else:
        for statement in own_statements:
            _add(reader, lines, statement, None)


def _breaks_at_modal(lead: Sequence[Token], words: Grammar) -> bool:
    """``Avgifterna får`` / ``1. uppgå till högst …``: what the modal binds stands in the item."""
    return bool(lead) and lead[-1].mention is None and lead[-1].word in words.modals


def _names_own(statement: Statement) -> bool:
    """Whether an item's statement begins with its own party; ``ersätter kommunen`` goes on from
    the lead and names the one who receives."""
    return bool(statement.agents.tokens) and statement.low == 0 < statement.verb


def _read_fragment(reader: _Reader, lines: Lines, tokens: Sequence[Token]) -> None:
    """An item without a verb under a heading such as ``Kommunens ansvar``."""
    parties = heading_parties(reader.clause, reader.lexicon)
    is_item = lines.sentence.body > lines.sentence.start
    if parties and is_item and tokens:
        _append(reader, lines, parties, Modality.RESPONSIBLE, inherited=True)


def _append(
    reader: _Reader,
    lines: Lines,
    parties: tuple[Party, ...],
    modality: Modality,
    *,
    inherited: bool,
) -> None:
    sentence = lines.sentence
    body = reader.text[sentence.body : sentence.end]
    phrase = shorten(body)
    if not phrase:
        return
    reader.duties.append(
        Duty(
            parties=parties,
            modality=modality,
            what=phrase,
            phase=_phase(reader, body, phrase, parties),
            condition=None,
            time_limit=read_time_limit(body),
            negated=False,
            parties_inherited=inherited,
            start=sentence.start,
            end=sentence.end,
            lead=sentence.lead,
        )
    )


def _add(reader: _Reader, lines: Lines, statement: Statement, phrase: str | None) -> None:
    """Make the statement a duty, unless it lays nothing on anybody."""
    sentence, text = lines.sentence, reader.text
    if reader.defines and statement.reading.form in {Form.PLAIN, Form.OWNER}:
        return
    parties, inherited, modality = _carriers(reader, lines, statement)
    if not parties and not _worth_keeping(statement, reader.words):
        return
    end = sentence.end if phrase is None else lines.leads[-1].end
    phrase = phrase if phrase is not None else what(text, statement, reader.words, end)
    if lines.leads_items:
        phrase = without_governor(phrase)
    if not phrase:
        return
    words = text[sentence.start : sentence.end]
    extended = laid_again(reader.duties, sentence, statement)
    phase = _phase(reader, words, phrase, parties)
    if extended is not None and phase is Phase.ALWAYS:
        phase = extended.phase
    reader.duties.append(
        Duty(
            parties=parties,
            modality=modality,
            what=phrase,
            phase=phase,
            condition=condition(text, statement, reader.words, end),
            time_limit=read_time_limit(words),
            negated=statement.negated or (extended is not None and extended.negated),
            parties_inherited=inherited,
            start=sentence.start,
            end=sentence.end,
            lead=sentence.lead,
        )
    )


def _phase(reader: _Reader, sentence: str, phrase: str, parties: tuple[Party, ...]) -> Phase:
    title, headings = reader.clause.title, reader.clause.headings
    return read_phase(sentence, title, headings, what=phrase, parties=parties)


def _carriers(
    reader: _Reader, lines: Lines, statement: Statement
) -> tuple[tuple[Party, ...], bool, Modality]:
    """The parties of a statement, whether they are inherited, and its modality."""
    parties = statement.agents.parties(statement.tokens)
    if parties:
        said = mentions_within(reader.mentions, lines.sentence.start, lines.sentence.end)
        before = inheritable(reader.duties, lines.sentence)
        parties = settled(parties, said, before, reader.clause, reader.lexicon)
        if before is not None and statement.reading.form is Form.REFERS:
            return parties, False, before.modality
        return parties, False, statement.reading.modality
    if statement.agents.passive and statement.tokens[-1].word == "av":
        heads = [_tokens(reader, item.body, item.end) for item in lines.items]
        parties = tuple(p for tokens in heads for p in first_named(tokens, reader.words))
        if parties:
            return tuple(dict.fromkeys(parties)), False, statement.reading.modality
    same_sentence = bool(reader.duties) and reader.duties[-1].start == lines.sentence.start
    if statement.shares_subject and same_sentence:
        return reader.duties[-1].parties, False, statement.reading.modality
    return _inherit(reader, lines, statement)


def _inherit(
    reader: _Reader, lines: Lines, statement: Statement
) -> tuple[tuple[Party, ...], bool, Modality]:
    """Parties of the statement before, where the sentence plainly goes on from it."""
    modality = statement.reading.modality
    if statement.reading.form is not Form.REFERS and _only_effect(statement, reader.words):
        return (), False, modality
    before = inheritable(reader.duties, lines.sentence)
    if before is not None and continues(reader.text, statement, before, reader.words):
        refers = statement.reading.form is Form.REFERS
        return before.parties, True, before.modality if refers else modality
    if statement.agents.passive or not statement.agents.tokens:
        parties = deciders(statement.tokens, reader.words) or _default(reader)
        if parties and statement.reading.form is not Form.REFERS:
            return parties, True, modality
    return (), False, modality


def _default(reader: _Reader) -> tuple[Party, ...]:
    """The parties of the heading, unless the clause has named its own before."""
    if any(duty.parties and not duty.parties_inherited for duty in reader.duties):
        return ()
    return heading_parties(reader.clause, reader.lexicon)


def _worth_keeping(statement: Statement, words: Grammar) -> bool:
    """A statement that names nobody counts only with a word of obligation."""
    if statement.reading.form in {Form.PLAIN, Form.REFERS, Form.OWNED_BEFORE}:
        return False
    return not _only_effect(statement, words)


def _only_effect(statement: Statement, words: Grammar) -> bool:
    """Whether the verb only tells a legal effect (``får inte överklagas``)."""
    clause = statement.tokens[statement.verb : statement.high]
    return any(token.word in words.legal_effect for token in clause[:5])
