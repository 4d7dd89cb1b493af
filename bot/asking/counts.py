"""What is counted: never a question, never an id, only numbers with labels of our own."""

from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.asking.errors import AskingError
from bot.asking.values import Feedback, Surface
from retrieval.answer import Answer

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_SECONDS = (0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Counts:
    """The metrics of one asker, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._questions = self._counter("questions", "Answered questions", "surface", "status")
        self._refused = self._counter("refused", "Questions not taken", "surface", "reason")
        self._followed = self._counter("followed", "Questions understood with an earlier one")
        self._redactions = self._counter("redactions", "Personal data masked in questions")
        self._feedback = self._counter("feedback", "Verdicts on answers", "surface", "verdict")
        self._reasons = self._counter("feedback_reasons", "Reasons given in verdicts", "reason")
        self._store_failures = self._counter("store_failures", "Failed uses of the store", "use")
        self._forgotten = self._counter("forgotten", "Rows deleted for their age")
        self._index_loads = self._counter("index_loads", "New indexes met", "outcome")
        self._seconds = Histogram(
            "ansvarslots_answer_seconds",
            "From a question's arrival to its answer",
            ("surface",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._steps = self._counter("step_seconds", "Time spent in each step", "step")
        self._waiting = self._gauge("waiting", "Questions that wait or are being answered")
        self._index = self._gauge("index_info", "The index in use", "fingerprint")

    def answered(
        self, surface: Surface, answer: Answer, milliseconds: Mapping[str, float], *, followed: bool
    ) -> None:
        """One answer; ``milliseconds`` by step and ``total``, as a trace gives them."""
        self._questions.labels(surface.value, answer.status.value).inc()
        self._redactions.inc(answer.redactions)
        self._followed.inc(int(followed))
        for step, spent in milliseconds.items():
            self._steps.labels(step).inc(spent / 1000)

    def took(self, surface: Surface, seconds: float) -> None:
        """The whole time of one question, its waiting included."""
        self._seconds.labels(surface.value).observe(seconds)

    def refused(self, surface: Surface, error: AskingError) -> None:
        """A question that was not taken."""
        self._refused.labels(surface.value, error.key).inc()

    def verdict(self, feedback: Feedback) -> None:
        """A verdict that was kept."""
        self._feedback.labels(feedback.surface.value, feedback.verdict.value).inc()
        for reason in feedback.reasons:
            self._reasons.labels(reason.value).inc()

    def store_failed(self, use: str) -> None:
        """The store failed at ``use``: one of our own words."""
        self._store_failures.labels(use).inc()

    def forgot(self, rows: int) -> None:
        """Rows were deleted for their age."""
        self._forgotten.inc(rows)

    def index_loaded(self, fingerprint: str) -> None:
        """An index is in use from now on."""
        self._index_loads.labels("loaded").inc()
        self._index.clear()
        self._index.labels(fingerprint).set(1)

    def index_refused(self) -> None:
        """A new index could not be used."""
        self._index_loads.labels("refused").inc()

    def text(self, waiting: int) -> bytes:
        """Every figure in Prometheus' text form."""
        self._waiting.set(waiting)
        return generate_latest(self.registry)

    def _counter(self, name: str, told: str, *labels: str) -> Counter:
        return Counter(f"ansvarslots_{name}", told, labels, registry=self.registry)

    def _gauge(self, name: str, told: str, *labels: str) -> Gauge:
        return Gauge(f"ansvarslots_{name}", told, labels, registry=self.registry)
