"""The few figures that a manager needs, each with what it means."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from eval.report.element import element
from eval.report.texts import EXPLAINED, tell
from eval.totals import Totals


def percent(share: float) -> str:
    """``84 %``; one decimal near nought and near all, so that 99.6 % is not shown as 100 %."""
    whole = f"{share:.0%}"
    exact = f"{share:.1%}"
    near = share not in (0.0, 1.0) and whole in ("0%", "100%", "1%", "99%")
    return (exact if near else whole).replace("%", "\N{NO-BREAK SPACE}%")


def shown(totals: Totals, name: str) -> tuple[float, tuple[float, float] | None] | None:
    """A share and its interval; None when it has no value."""
    value = totals[name]
    if not isinstance(value, float | int):
        return None
    intervals = totals.get("intervals")
    ends = intervals.get(name) if isinstance(intervals, dict) else None
    return float(value), (ends[0], ends[1]) if isinstance(ends, list) else None


def in_words(totals: Totals, name: str, lang: str) -> str | None:
    """``84 % (79–88 %)``; None when the figure has no value."""
    found = shown(totals, name)
    if not found:
        return None
    value, ends = found
    if not ends:
        return written_for(percent(value), lang)
    low, high = percent(ends[0]), percent(ends[1])
    return written_for(f"{percent(value)} ({low.split()[0]}–{high})", lang)


def written_for(text: str, lang: str) -> str:
    """Decimals as the language writes them."""
    return text if lang == "en" else text.replace(".", ",")


def cards(totals: Totals, lang: str) -> Element:
    """A card for each key figure that has a value."""
    return element("div", _cards(totals, lang), class_="cards")


def _cards(totals: Totals, lang: str) -> Iterator[Element]:
    for name in EXPLAINED:
        found = shown(totals, name)
        if not found:
            continue
        value, ends = found
        inside = [
            element("div", tell(f"title.{name}", lang), class_="soft"),
            element("div", written_for(percent(value), lang), class_="value"),
            element("div", _interval(ends, lang), class_="soft"),
            _gauge(value, ends),
            element("p", tell(f"why.{name}", lang)),
        ]
        yield element("div", inside, class_="card")


def _interval(ends: tuple[float, float] | None, lang: str) -> str:
    """``79–88 %``; a space that keeps the line where there is no interval."""
    if not ends:
        return "\N{NO-BREAK SPACE}"
    return written_for(f"{percent(ends[0]).split()[0]}–{percent(ends[1])}", lang)


def _gauge(value: float, ends: tuple[float, float] | None) -> Element:
    parts = [element("rect", class_="rail", x=0, y=7, width=100, height=2)]
    if ends:
        width = max(100 * (ends[1] - ends[0]), 0.5)
        parts.append(element("rect", class_="bar", x=100 * ends[0], y=3, width=width, height=10))
    parts.append(element("rect", class_="needle", x=99 * value, y=1, width=1, height=14))
    return element(
        "svg", parts, viewBox="0 0 100 16", preserveAspectRatio="none", aria_hidden="true"
    )
