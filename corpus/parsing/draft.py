"""A clause under way, while its last line is not yet known."""

from dataclasses import dataclass, field
from datetime import date

from corpus.clause import Clause, ClauseId, DocumentId


@dataclass(slots=True, kw_only=True)
class Draft:
    """What is known of a clause so far. ``spans`` are the pieces of its body, in order; ``act``
    is the act that the wording comes from (``2019:979``), or empty."""

    id: str
    label: str
    title: str | None = None
    headings: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    act: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)

    def take(self, start: int, end: int) -> None:
        """Let ``text[start:end]`` belong to the body."""
        if end > start:
            self.spans.append((start, end))

    @property
    def start(self) -> int:
        """Where the body begins; only for a draft that has taken something."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the body ends; only for a draft that has taken something."""
        return self.spans[-1][1]

    def body(self, text: str) -> str:
        """The body as it stands in the document's ``text``."""
        return text[self.start : self.end] if self.spans else ""

    def clause(self, document: DocumentId, text: str) -> Clause | None:
        """The finished clause, its span without white space at the ends; None without a body."""
        body = self.body(text)
        if not body.strip():
            return None
        start = self.start + len(body) - len(body.lstrip())
        return Clause(
            document=document,
            id=ClauseId(self.id),
            label=self.label,
            title=self.title,
            headings=self.headings,
            start=start,
            end=start + len(body.strip()),
            valid_from=self.valid_from,
            valid_to=self.valid_to,
        )
