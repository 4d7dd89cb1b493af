"""An answer drawn in the terminal: who first, then the words that say so.

The layout is the same on a screen and in a pipe; a screen adds bold and dimmed type. Lines
that begin with ``▸`` hold the deciding sentence, those with ``│`` the text around it.
"""

import shlex
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl, urlsplit

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from bot.answer_view import OfferGroup, OverviewView, SourceView, view
from bot.cli.texts import Say
from bot.safe_text import one_line
from retrieval.answer import Answer

PIPE_WIDTH = 80
DECISIVE = "▸ "
AROUND = "│ "


def draw_answer(answer: Answer, say: Say, console: Console) -> None:
    """Print ``answer`` on ``console``, wrapped at its width."""
    for line in _lines(answer, say, console.width):
        console.print(line, soft_wrap=True)


def _lines(answer: Answer, say: Say, width: int) -> Iterator[Text]:
    seen = view(answer, say.lang)
    for line in seen.urgent:
        yield from wrapped(one_line(line), width, style="bold red")
    yield from wrapped(seen.headline, width, style="bold")
    if seen.overview:
        yield from _overview(seen.overview, width)
    elif seen.carried:
        yield Text()
        yield Text(say("answer.parties"), style="bold")
        for line in seen.carried:
            yield from wrapped(line, width, first="• ", rest="  ")
    for source in seen.sources:
        yield Text()
        yield from _source(source, width)
    for note in seen.notes:
        yield Text()
        for paragraph in note.split("\n"):
            yield from wrapped(one_line(paragraph), width)
    yield from _beside([r for r in seen.related if not r.apart], "answer.related", say, width)
    yield from _beside([r for r in seen.related if r.apart], "answer.apart", say, width)
    if seen.foot:
        yield Text()
        yield from wrapped(seen.foot, width, style="dim")


def _overview(overview: OverviewView, width: int) -> Iterator[Text]:
    yield Text()
    yield Text(overview.title, style="bold")
    for line in overview.lines:
        place = f"[{line.clause_name} · {line.standing}]"
        yield from wrapped(f"{line.text} {place}", width, first="• ", rest="  ")
    for document in overview.documents:
        yield from wrapped(document, width, style="dim")
    yield from wrapped(f"{overview.more}: {_matrix_command(overview)}", width, style="dim")


def _matrix_command(overview: OverviewView) -> str:
    """What to type for all of it; the filters have the names of the options."""
    pairs = parse_qsl(urlsplit(overview.path).query)
    options = (f"--{key} {shlex.quote(one_line(value))}" for key, value in pairs)
    return " ".join(["ansvarslots matrix", *options])


def _source(source: SourceView, width: int) -> Iterator[Text]:
    parts = (
        (source.before, AROUND, "dim"),
        (source.decisive, DECISIVE, "bold"),
        (source.after, AROUND, "dim"),
    )
    for text, mark, style in parts:
        for paragraph in filter(None, map(one_line, text.split("\n"))):
            yield from wrapped(paragraph, width, first=mark, rest=mark, style=style)
    yield from wrapped(f"[{source.number}] {source.place}", width, rest="    ")
    line = f"{source.standing} · {source.dates}"
    yield from wrapped(line, width, first="    ", rest="    ", style=_warning(source.in_force))
    if source.url:
        yield from wrapped(source.url, width, first="    ", rest="    ", style="dim")


def _warning(in_force: bool) -> str:
    return "green" if in_force else "bold magenta"


def _beside(groups: Sequence[OfferGroup], heading: str, say: Say, width: int) -> Iterator[Text]:
    if not groups:
        return
    yield Text()
    yield from wrapped(say(heading), width, style="bold")
    for group in groups:
        yield from wrapped(group.document_title, width)
        yield from wrapped(group.standing, width, style=_warning(group.in_force))
        for offer in group.offers:
            yield from wrapped(offer.name, width, first="  • ", rest="    ")
            if offer.excerpt:
                yield from wrapped(offer.excerpt, width, first="    ", rest="    ", style="dim")


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
