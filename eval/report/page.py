"""The whole page: one file, no script, nothing fetched from anywhere."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from xml.etree.ElementTree import Element

from eval.methods import OURS
from eval.outcome import Outcome
from eval.report.chart import Axis, Line, chart
from eval.report.confusion import several_unlike
from eval.report.curves import among_first, shipped, trades
from eval.report.element import element, written
from eval.report.key_figures import cards
from eval.report.mistakes import mistakes_of
from eval.report.tables import confusion_table, table
from eval.report.texts import tell
from eval.report.wrong_answers import wrong_answers
from eval.result_file import Result
from eval.table import group_rows, main_rows, method_rows, totals_of
from eval.threshold import FALSE_ANSWERS

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
GROUPS = ("documents", "types", "styles", "parts")
SHARES = [(n / 5, f"{20 * n}\N{NO-BREAK SPACE}%") for n in range(6)]


def page(result: Result, wire: Mapping[str, object], lang: str) -> str:
    """The report as one page of HTML in ``lang`` (``sv`` or ``en``).

    ``wire`` is the result with its totals, as it is written to a file.
    """
    style = (files("eval.report") / "page.css").read_text(encoding="utf-8")
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("title", tell("title", lang)),
        element("style", style),
    )
    body = element("body", _body(result, wire, lang))
    return written(element("html", head, body, lang="en" if lang == "en" else "sv"))


def lead_lines(result: Result, lang: str) -> list[str]:
    """What was asked, and how many questions went wholly right."""
    outcomes = result.questions
    answerable = sum(outcome.answerable for outcome in outcomes)
    wrong = sum(bool(mistakes_of(outcome)) for outcome in outcomes)
    asked = tell(
        "lead",
        lang,
        asked=len(outcomes),
        date=result.run.date,
        answerable=answerable,
        unanswerable=len(outcomes) - answerable,
    )
    return [asked, tell("right", lang, right=len(outcomes) - wrong, wrong=wrong)]


def _body(result: Result, wire: Mapping[str, object], lang: str) -> Iterator[Element]:
    outcomes = result.questions
    yield element("h1", tell("title", lang))
    yield from (element("p", line) for line in lead_lines(result, lang))
    yield element("h2", tell("key", lang))
    yield cards(totals_of(wire), lang)
    yield element("p", tell("interval", lang), class_="soft")
    yield from _ranking(outcomes, wire, lang)
    yield from _refusals(outcomes, lang)
    yield from _principals(outcomes, lang)
    yield from _wrong(outcomes, lang)
    yield from _tables(wire, lang)
    yield element("h2", tell("made", lang))
    index = result.run.index_fingerprint[:12]
    yield element("p", tell("made_by", lang, command=result.run.command, index=index))


def _ranking(
    outcomes: Sequence[Outcome], wire: Mapping[str, object], lang: str
) -> Iterator[Element]:
    curves = among_first(outcomes)
    if not curves:
        return
    compared = len(curves) > 1
    yield element("h2", tell("methods" if compared else "ranking_plot", lang))
    if compared:
        yield element("p", tell("methods_why", lang))
    places = len(curves[OURS])
    x = Axis(name=tell("ranking_x", lang), ticks=[(k, str(k)) for k in range(1, places + 1)])
    y = Axis(name=tell("ranking_y", lang), ticks=SHARES)
    lines = [
        Line(name=tell(name, lang), points=list(enumerate(shares, start=1)), dots=True)
        for name, shares in curves.items()
    ]
    yield chart(tell("ranking_plot", lang), x, y, lines)
    rows = method_rows(wire, lang) if compared else []
    if rows:
        yield table(rows)


def _refusals(outcomes: Sequence[Outcome], lang: str) -> Iterator[Element]:
    curve, here = trades(outcomes), shipped(outcomes)
    if not curve or not here:
        return
    yield element("h2", tell("refusals", lang))
    yield element("p", tell("refusals_why", lang))
    lines = [
        Line(name=tell("risk_line", lang), points=[(t.coverage, t.risk) for t in curve]),
        Line(name=tell("risk_bound", lang), points=[(0.0, FALSE_ANSWERS), (1.0, FALSE_ANSWERS)]),
    ]
    x = Axis(name=tell("risk_x", lang), ticks=SHARES)
    y = Axis(name=tell("risk_y", lang), ticks=SHARES)
    marks = [((here.coverage, here.risk), tell("here", lang))]
    yield chart(tell("risk_plot", lang), x, y, lines, marks)


def _principals(outcomes: Sequence[Outcome], lang: str) -> Iterator[Element]:
    matrix = confusion_table(outcomes, lang)
    if matrix is None:
        return
    yield element("h2", tell("confusion", lang))
    yield element("p", tell("confusion_why", lang))
    yield matrix
    unlike = several_unlike(outcomes)
    if unlike:
        yield element("p", tell("several_unlike", lang, count=unlike), class_="soft")


def _wrong(outcomes: Sequence[Outcome], lang: str) -> Iterator[Element]:
    yield element("h2", tell("wrong", lang))
    found = wrong_answers(outcomes, lang)
    yield element("p", tell("wrong_why" if found else "none_wrong", lang))
    yield from found


def _tables(wire: Mapping[str, object], lang: str) -> Iterator[Element]:
    yield element("h2", tell("all_figures", lang))
    yield table(main_rows(wire, lang))
    for group in GROUPS:
        rows = group_rows(wire, group, lang)
        if len(rows) > 1:
            yield element("h3", tell("by", lang, group=tell(group, lang)))
            yield table(rows)
