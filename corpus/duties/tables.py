"""Rows of a table that divide responsibility: one cell names the party, another the thing."""

from collections.abc import Sequence

from corpus.clause import Clause
from corpus.duties.phase import read_phase
from corpus.duties.time_limit import read_time_limit
from corpus.duties.wording import shorten
from corpus.duties.words import mentions_within
from corpus.duty import Duty, Modality
from corpus.party_lexicon import Mention
from corpus.sentences import Sentence

_FILL = frozenset({"och", "eller", "samt", "/", ",", "&", ""})


def table_duty(
    text: str, sentence: Sentence, mentions: Sequence[Mention], clause: Clause
) -> Duty | None:
    """The duty of a row such as ``Läkarinsatser | Regionen``; None for any other row."""
    named: list[Mention] = []
    things: list[str] = []
    at = sentence.start
    for cell in text[sentence.start : sentence.end].split(" | "):
        inside = mentions_within(mentions, at, at + len(cell))
        if inside and _names_only(text, inside, at, at + len(cell)):
            named.extend(inside)
        elif len(cell.split()) > 1 or (len(cell) > 3 and not inside):
            things.append(cell)
        at += len(cell) + len(" | ")
    if not named or not things or named[0].genitive:
        return None
    row = text[sentence.start : sentence.end]
    return Duty(
        parties=tuple(dict.fromkeys(mention.party for mention in named)),
        modality=Modality.RESPONSIBLE,
        what=shorten(things[0]),
        phase=read_phase(row, clause.title, clause.headings),
        condition=None,
        time_limit=read_time_limit(row),
        negated=False,
        parties_inherited=False,
        start=sentence.start,
        end=sentence.end,
    )


def _names_only(text: str, mentions: Sequence[Mention], start: int, end: int) -> bool:
    """Whether a cell holds parties and nothing else."""
    at = start
    for mention in mentions:
        if text[at : mention.start].strip(" /,&").lower() not in _FILL:
            return False
        at = mention.end
    return text[at:end].strip(" /,&.") == ""
