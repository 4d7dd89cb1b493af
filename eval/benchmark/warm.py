"""A whole warm question beside the anchor's bare search, question by question in turn."""

import multiprocessing
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from eval.benchmark.figure import Figure, high, median
from eval.benchmark.plain import Channel, PlainSearch
from retrieval.service import STEPS, AnsweringService

ROUNDS = 3
PAUSE = 0.02
"""Seconds between two measurements, so that the threads of one have come to rest."""

RATIO = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Warm:
    """Milliseconds of every question asked: ours by step (``total`` too), and the anchor's."""

    steps: dict[str, list[float]]
    anchor: list[float]

    def figures(self) -> list[Figure]:
        """The lines of the table."""
        total = self.steps["total"]
        ratio = median(total) / median(self.anchor)
        return [
            Figure(
                name="whole question, median",
                ours=median(total),
                anchor=median(self.anchor),
                unit="ms",
                goal=f"≤ {RATIO} × anchor (now {ratio:.2f} ×)",
                met=ratio <= RATIO,
            ),
            Figure(
                name=f"whole question, quickest of {ROUNDS} times, median",
                ours=median(quickest(total)),
                anchor=median(quickest(self.anchor)),
                unit="ms",
            ),
            Figure(
                name="whole question, 95th percentile",
                ours=high(total),
                anchor=high(self.anchor),
                unit="ms",
            ),
            *(
                Figure(name=f"– {step}, median", ours=median(self.steps[step]), unit="ms")
                for step in STEPS
            ),
        ]


def quickest(rounds: Sequence[float]) -> list[float]:
    """The least time of each question, of ``ROUNDS`` rounds in the same order: what is left
    when other programs have disturbed some of them."""
    count = len(rounds) // ROUNDS
    return [min(rounds[place::count]) for place in range(count)]


def measure(
    service: AnsweringService, plain: PlainSearch, questions: Sequence[str], on: date
) -> Warm:
    """Ask every question ``ROUNDS`` times of both, one after the other."""
    steps: dict[str, list[float]] = {step: [] for step in (*STEPS, "total")}
    anchor: list[float] = []
    with _started(plain) as channel:
        for question in questions:
            service.ask(question, on=on)
            _asked(channel, question)
        for question in list(questions) * ROUNDS:
            time.sleep(PAUSE)
            for step, milliseconds in service.ask_traced(question, on=on).milliseconds.items():
                steps[step].append(milliseconds)
            time.sleep(PAUSE)
            anchor.append(_asked(channel, question))
    return Warm(steps=steps, anchor=anchor)


def _asked(channel: Channel, question: str) -> float:
    channel.send(question)
    return float(channel.recv())


@contextmanager
def _started(plain: PlainSearch) -> Iterator[Channel]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=plain.serve, args=(there,), daemon=True)
    process.start()
    there.close()
    try:
        here.recv()
        yield here
        here.send(None)
    finally:
        process.join(timeout=10)
        process.kill()
