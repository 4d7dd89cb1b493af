"""Findings in the terminal: how grave, why, and the clauses below each other."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from bot.cli.draw import AROUND, wrapped
from bot.findings.texts import FINDINGS
from bot.findings.view import FindingsView, FindingView, PlaceView
from bot.safe_text import one_line
from bot.words import Words
from corpus.findings.values import Severity

_STYLE = {Severity.HIGH: "bold red", Severity.MEDIUM: "bold yellow", Severity.LOW: "bold"}


def draw_findings(seen: FindingsView, console: Console) -> None:
    """Print ``seen`` on ``console``, wrapped at its width."""
    say = Words(seen.lang, FINDINGS)
    for line in _lines(seen, say, console.width):
        console.print(line, soft_wrap=True)


def _lines(seen: FindingsView, say: Words, width: int) -> Iterator[Text]:
    yield from wrapped(seen.summary, width, style="bold")
    for finding in seen.open:
        yield from _finding(finding, say, width)
    if seen.accepted:
        yield Text()
        yield Text(say("findings.accepted_heading"), style="bold")
    for finding in seen.accepted:
        yield from wrapped(f"{finding.id} {finding.kind}", width, first="• ", rest="  ")
        yield from wrapped(finding.accepted or "", width, first="  ", rest="  ", style="dim")


def _finding(finding: FindingView, say: Words, width: int) -> Iterator[Text]:
    yield Text()
    heading = f"{finding.severity_words} · {finding.kind}"
    yield from wrapped(heading, width, style=_STYLE[finding.severity])
    yield from wrapped(finding.reason, width)
    for place in finding.places:
        yield from _place(place, width)
    yield from wrapped(say("findings.how", id=finding.id), width, style="dim")


def _place(place: PlaceView, width: int) -> Iterator[Text]:
    for paragraph in filter(None, map(one_line, place.quote.split("\n"))):
        yield from wrapped(paragraph, width, first=AROUND, rest=AROUND)
    yield from wrapped(f"{place.document}, {place.name}", width, first="    ", rest="    ")
    words = f"{place.standing.words} · {place.standing.dates}"
    style = "" if place.standing.binds else "magenta"
    yield from wrapped(words, width, first="    ", rest="    ", style=style)
