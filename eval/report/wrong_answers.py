"""Every wrong answer: what was asked, what was expected, what came out."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from corpus.party import Principal
from eval.outcome import Outcome
from eval.report.element import Content, element
from eval.report.mistakes import Mistake, place_of_gold, wrong_by_gravest
from eval.report.tables import scrolled
from eval.report.texts import tell


def wrong_answers(outcomes: Sequence[Outcome], lang: str) -> list[Element]:
    """A section that folds for each kind of mistake there is."""
    return [
        _section(mistake, found, lang)
        for mistake, found in wrong_by_gravest(outcomes).items()
        if found
    ]


def _section(mistake: Mistake, found: Sequence[Outcome], lang: str) -> Element:
    head = element("tr", (element("th", tell(k, lang)) for k in ("question", "should", "found")))
    body = (element("tr", _cells(outcome, lang)) for outcome in found)
    shown = element("table", element("thead", head), element("tbody", body), class_="words")
    summary = element("summary", f"{tell(mistake, lang)}: {len(found)}")
    return element("details", summary, scrolled(shown))


def _cells(outcome: Outcome, lang: str) -> Iterable[Element]:
    asked = [
        element("div", outcome.question, class_="question"),
        element("div", _about(outcome), class_="id"),
    ]
    yield element("td", asked)
    yield element("td", _lines(expected_lines(outcome, lang)))
    yield element("td", _lines(found_lines(outcome, lang)))


def _about(outcome: Outcome) -> str:
    facts = (outcome.style, outcome.type, outcome.part)
    return " · ".join([f"{outcome.set} {outcome.id}", *(fact for fact in facts if fact)])


def _lines(lines: Iterable[str]) -> Iterable[Content]:
    return [element("div", line) for line in lines]


def expected_lines(outcome: Outcome, lang: str) -> list[str]:
    """The gold clauses and who is responsible, or that it is to be refused."""
    if not outcome.answerable:
        return [tell("refusal", lang)]
    return [", ".join(outcome.gold) or "–", names(outcome.expected_principals, lang)]


def found_lines(outcome: Outcome, lang: str) -> list[str]:
    """The first clause, where the right one is, the status, whom the answer names."""
    lines = [outcome.first or tell("no_clause", lang)]
    if outcome.gold and outcome.first not in outcome.gold:
        place = place_of_gold(outcome)
        lines.append(tell("gold_at", lang, place=place) if place else tell("gold_missing", lang))
    status = tell(f"status.{outcome.status}", lang)
    chance = tell("probability", lang, probability=f"{outcome.probability:.2f}")
    lines += [f"{status}, {chance}"]
    lines += [] if outcome.refused else [names(outcome.principals, lang)]
    return [*lines, *outcome.invalid_citations]


def names(principals: Iterable[Principal] | None, lang: str) -> str:
    """``kommunen, regionen``; ``ingen`` for nobody and a dash where nothing is said."""
    if principals is None:
        return "–"
    return ", ".join(tell(one.value, lang) for one in sorted(principals)) or tell("none", lang)
