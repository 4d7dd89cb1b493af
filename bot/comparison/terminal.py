"""A comparison in the terminal: the summary, then each duty with its old and new words.

Words that differ stand as ``[-removed-]`` and ``{+added+}``, which a pipe keeps too; a screen
adds colour.
"""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from bot.cli.draw import wrapped
from bot.comparison.texts import COMPARISON
from bot.comparison.view import ClauseRow, ComparisonView, DocumentSide, DutyRow, Side
from bot.safe_text import one_line
from bot.words import Words

_INDENT = "    "
_MARKS = {"old": ("[-", "-]", "red"), "new": ("{+", "+}", "green")}


def draw_comparison(seen: ComparisonView, console: Console) -> None:
    """Print ``seen`` on ``console``, wrapped at its width."""
    say = Words(seen.lang, COMPARISON)
    for line in _lines(seen, say, console):
        console.print(line, soft_wrap=True)


def _lines(seen: ComparisonView, say: Words, console: Console) -> Iterator[Text]:
    width = console.width
    for sentence in seen.headline:
        yield from wrapped(sentence, width, style="bold")
    yield Text()
    yield from _documents(say("side.old"), seen.old, width)
    yield from _documents(say("side.new"), seen.new, width)
    if seen.sections:
        yield Text()
        yield from wrapped(say("diff.legend"), width, style="dim")
    for section in seen.sections:
        yield Text()
        yield from wrapped(f"{section.heading} ({len(section.rows)})", width, style="bold")
        for row in section.rows:
            yield from _duty(row, say, console)
    if seen.clauses:
        yield Text()
        heading = f"{say('section.clauses')} ({len(seen.clauses)})"
        yield from wrapped(heading, width, style="bold")
        for clause in seen.clauses:
            yield from wrapped(_clause(clause), width, first="  • ", rest=_INDENT)


def _documents(name: str, documents: Sequence[DocumentSide], width: int) -> Iterator[Text]:
    for each in documents:
        words = f"{name}: {each.title} – {each.standing.words} · {each.standing.dates}"
        yield from wrapped(
            words, width, rest=_INDENT, style="" if each.standing.binds else "magenta"
        )


def _duty(row: DutyRow, say: Words, console: Console) -> Iterator[Text]:
    yield from wrapped("; ".join(row.changes), console.width, first="• ", rest="  ")
    for key, side in (("old", row.old), ("new", row.new)):
        if side is None:
            yield Text.assemble(_INDENT, (say(f"side.none_{key}"), "dim"))
            continue
        place = f"{say(f'side.{key}')}: {side.place}"
        yield from wrapped(place, console.width, first=_INDENT, rest=_INDENT, style="dim")
        marked = _marked(side, *_MARKS[key])
        for line in marked.wrap(console, max(console.width - len(_INDENT), 20)):
            line.rstrip()
            yield Text.assemble(_INDENT, line)


def _marked(side: Side, before: str, after: str, style: str) -> Text:
    text = Text()
    for segment in side.segments:
        words = segment.text.replace("\n", " ")
        bare = words.strip()
        if segment.marked and bare:
            start = words.index(bare)
            text.append(words[:start])
            text.append(f"{before}{bare}{after}", style=style)
            text.append(words[start + len(bare) :])
        else:
            text.append(words)
    return text


def _clause(row: ClauseRow) -> str:
    old, new = (" + ".join(side.place for side in sides) for sides in (row.old, row.new))
    if len(row.old) == len(row.new) == 1:
        numbers = dict.fromkeys((row.old[0].number, row.new[0].number))
        title = row.new[0].place.removeprefix(row.new[0].number).strip()
        return one_line(f"{row.words}: {' → '.join(numbers)} {title}")
    return one_line(f"{row.words}: {' → '.join(filter(None, (old, new)))}")
