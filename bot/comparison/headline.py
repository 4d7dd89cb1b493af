"""The comparison in a few sentences that a politician can read."""

from collections.abc import Iterator, Mapping

from bot.words import Words
from corpus.comparison.summary import Summary
from corpus.comparison.values import Aspect, ClauseChange, Direction

_OTHER_ASPECTS = (Aspect.MODALITY, Aspect.TIME_LIMIT, Aspect.ROLE, Aspect.PHASE, Aspect.UNCLEAR)


def headline(found: Summary, say: Words) -> tuple[str, ...]:
    """Who gets how much, then what else changes, then how many clauses."""
    total = sum(found.clauses.values())
    if found.clauses.get(ClauseChange.UNCHANGED, 0) == total:
        return (say("diff.same", count=total),)
    counts = say("sum.clauses", counts=", ".join(_clauses(found, say)))
    moved = [say(f"sum.{to}", count=found.moved[to]) for to in Direction if found.moved.get(to)]
    others = list(_others(found, say))
    if not moved:
        words = _sentence(others) if others else counts
        return (say("diff.nothing_moves", changes=words), *((counts,) if others else ()))
    sentences = [_sentence(moved)]
    if others:
        sentences.append(_sentence(others))
    return (*sentences, counts)


def _others(found: Summary, say: Words) -> Iterator[str]:
    for aspect in _OTHER_ASPECTS:
        if found.aspects.get(aspect):
            yield say(f"sum.{aspect}", count=found.aspects[aspect])
    for key, carried in (("new", found.new), ("gone", found.gone)):
        if carried:
            names = ", ".join(_carriers(carried, say))
            yield say(f"sum.{key}", count=sum(carried.values()), carriers=names)
    if found.content:
        yield say("sum.content", count=found.content)


def _carriers(carried: Mapping[Direction, int], say: Words) -> Iterator[str]:
    for to in Direction:
        if carried.get(to):
            yield say(f"carrier.{to}", count=carried[to])


def _clauses(found: Summary, say: Words) -> Iterator[str]:
    for change in ClauseChange:
        if found.clauses.get(change):
            yield say(f"count.{change}", count=found.clauses[change])


def _sentence(parts: list[str]) -> str:
    words = ", ".join(parts)
    return f"{words[:1].upper()}{words[1:]}."
