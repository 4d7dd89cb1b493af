"""An answer drawn in the terminal: who first, then the words that say so.

The layout is the same on a screen and in a pipe; a screen adds bold and dimmed type. Lines
that begin with ``▸`` hold the deciding sentence, those with ``│`` the text around it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from bot.cli.safe_text import one_line, safe
from bot.cli.standing import dates, standing
from bot.cli.texts import Say
from corpus.party import Party, Principal
from corpus.status import Status
from retrieval.answer import Answer, AnswerStatus, Citation, PartyAnswer, Related
from retrieval.texts import joined_plain

PIPE_WIDTH = 80
DECISIVE = "▸ "
AROUND = "│ "
HEADING_LIMIT = 120
EXCERPT_LIMIT = 160

_ANYBODY = Party(principal=Principal.OTHER)
_BARE_NUMBER = re.compile(r"[A-Za-z]?\d+(?:\.\d+)*[a-z]?")


def draw_answer(answer: Answer, say: Say, console: Console) -> None:
    """Print ``answer`` on ``console``, wrapped at its width."""
    for line in _lines(answer, say, console.width):
        console.print(line, soft_wrap=True)


def _lines(answer: Answer, say: Say, width: int) -> Iterator[Text]:
    yield from wrapped(one_line(answer.headline), width, style="bold")
    if len(answer.parties) > 1 or answer.status is AnswerStatus.SHARED:
        yield Text()
        yield Text(say("answer.parties"), style="bold")
        for together in _alike(answer.parties):
            yield from _carried(together, say, width)
    for number, citation in enumerate(answer.citations, start=1):
        yield Text()
        yield from _citation(number, citation, answer, say, width)
    for note in answer.notes:
        yield Text()
        for paragraph in safe(note).split("\n"):
            yield from wrapped(one_line(paragraph), width)
    yield from _beside([r for r in answer.related if not r.apart], "answer.related", say, width)
    yield from _beside([r for r in answer.related if r.apart], "answer.apart", say, width)
    if not answer.citations and not answer.related:
        return
    yield Text()
    foot = say("answer.asked_day", on=answer.on, fingerprint=answer.index_fingerprint[:8])
    yield from wrapped(one_line(foot), width, style="dim")


def party_name(party: Party, say: Say) -> str:
    """The principal and, where the text names one, the role; another's role stands alone."""
    principal = say(f"principal.{party.principal}")
    if not party.role:
        return principal
    role = one_line(party.role)
    if party.principal is Principal.OTHER:
        return role[:1].upper() + role[1:]
    return f"{principal} ({role})"


def _alike(parties: Sequence[PartyAnswer]) -> list[list[PartyAnswer]]:
    """The parties that carry the same thing together, in the answer's order."""
    alike: dict[PartyAnswer, list[PartyAnswer]] = {}
    for each in parties:
        alike.setdefault(replace(each, party=_ANYBODY), []).append(each)
    return list(alike.values())


def _carried(together: Sequence[PartyAnswer], say: Say, width: int) -> Iterator[Text]:
    answer = together[0]
    first, *others = [party_name(each.party, say) for each in together]
    name = joined_plain([first, *(other[:1].lower() + other[1:] for other in others)], say.lang)
    # What is laid on somebody may begin with the very word that lays it on them.
    matter = one_line(answer.what).removeprefix(f"{answer.modality} ")
    what = f"{name} {say(f'modality.{answer.modality}')}: {matter}"
    details = [say(f"phase.{answer.phase}")] if answer.phase != "always" else []
    if answer.condition:
        condition = one_line(answer.condition)
        details.append(say("answer.condition", condition=condition[:1].lower() + condition[1:]))
    tail = f" ({'; '.join(details)})" if details else ""
    yield from wrapped(f"{what}{tail} [{answer.citation + 1}]", width, first="• ", rest="  ")


def _citation(
    number: int, citation: Citation, answer: Answer, say: Say, width: int
) -> Iterator[Text]:
    start, end = citation.decisive
    parts = (
        (citation.quote[:start], AROUND, "dim"),
        (citation.quote[start:end], DECISIVE, "bold"),
        (citation.quote[end:], AROUND, "dim"),
    )
    for text, mark, style in parts:
        for paragraph in filter(None, map(one_line, safe(text).split("\n"))):
            yield from wrapped(paragraph, width, first=mark, rest=mark, style=style)
    yield from wrapped(_place(number, citation, say), width, rest="    ")
    span = (citation.valid_from, citation.valid_to)
    status = standing(citation.status, *span, answer.on, say)
    line = f"{status} · {dates(citation.status, *span, answer.on, say)}"
    yield from wrapped(line, width, first="    ", rest="    ", style=_warning(citation.status))
    if citation.url:
        yield from wrapped(one_line(citation.url), width, first="    ", rest="    ", style="dim")


def _warning(status: Status) -> str:
    return "green" if status is Status.IN_FORCE else "bold magenta"


def _place(number: int, citation: Citation, say: Say) -> str:
    parts = [one_line(citation.document_title), clause_name(citation.label, citation.title, say)]
    if citation.page is not None:
        parts.append(say("place.page", page=citation.page))
    return f"[{number}] {', '.join(parts)}"


def clause_name(label: str, title: str | None, say: Say) -> str:
    """``punkt 3.16 Såromläggning``; a paragraph sign or a heading stands for itself."""
    label = _shortened(one_line(label), HEADING_LIMIT)
    if _BARE_NUMBER.fullmatch(label):
        label = say("place.clause", label=label)
    heading = one_line(title) if title else ""
    return label if not heading or heading in label else f"{label} {heading}"


def _beside(related: list[Related], heading: str, say: Say, width: int) -> Iterator[Text]:
    if not related:
        return
    yield Text()
    yield from wrapped(say(heading), width, style="bold")
    for clauses in _by_document(related):
        yield from wrapped(one_line(clauses[0].document_title), width)
        status = clauses[0].status
        yield from wrapped(say(f"standing.{status}"), width, style=_warning(status))
        for clause in clauses:
            yield from _offered(clause, say, width)


def _by_document(related: Sequence[Related]) -> list[list[Related]]:
    """The clauses of one document together; the document of the best clause first."""
    found: dict[tuple[str, str, Status], list[Related]] = {}
    for each in related:
        found.setdefault((each.document, each.document_title, each.status), []).append(each)
    return list(found.values())


def _offered(clause: Related, say: Say, width: int) -> Iterator[Text]:
    name = clause_name(clause.label, clause.title, say)
    yield from wrapped(name, width, first="  • ", rest="    ")
    if not clause.title:
        excerpt = _shortened(one_line(clause.excerpt), EXCERPT_LIMIT)
        yield from wrapped(excerpt, width, first="    ", rest="    ", style="dim")


def _shortened(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    kept = text[:limit].rsplit(" ", 1)[0]
    return f"{kept} …"


def wrapped(
    text: str, width: int, *, first: str = "", rest: str = "", style: str = ""
) -> Iterator[Text]:
    """``text`` in lines of at most ``width`` cells; a longer word stands on its own line.

    ``first`` and ``rest`` are set before the first and the following lines.
    """
    line, mark = "", first
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and cell_len(mark) + cell_len(longer) > width:
            yield Text.assemble(mark, (line, style))
            line, mark = word, rest
        else:
            line = longer
    yield Text.assemble(mark, (line, style))
