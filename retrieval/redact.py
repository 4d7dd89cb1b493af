"""The door: personal data is masked before anything else is done with a text."""

from dataclasses import dataclass

from retrieval.redaction.contacts import find_contacts
from retrieval.redaction.finding import Finding, PersonalKind
from retrieval.redaction.folding import fold
from retrieval.redaction.identity_numbers import find_identity_numbers
from retrieval.redaction.names import find_names

__all__ = ["PersonalKind", "Redacted", "redact"]

_COVER = "\N{OBJECT REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """A text without personal data. ``kinds`` holds the kind of each of the ``count`` marks,
    in the order of the text."""

    text: str
    count: int
    kinds: tuple[PersonalKind, ...]


def redact(text: str) -> Redacted:
    """Replace personal identity numbers, birth dates called so, phone numbers, e-mail addresses
    and personal names by marks such as ``[personnummer]``. The rest of the text is unchanged."""
    folded = fold(text)
    found = _found(folded.text)
    parts: list[str] = []
    at = 0
    for finding in found:
        start, end = folded.span(finding.start, finding.end)
        parts += [text[at:start], finding.kind.mark]
        at = end
    return Redacted(
        text="".join((*parts, text[at:])),
        count=len(found),
        kinds=tuple(finding.kind for finding in found),
    )


def _found(text: str) -> list[Finding]:
    """Everything personal. A number is told from a longer one by what stands beside it, so what
    is found is covered and the rest read again, until nothing more comes to light."""
    found: list[Finding] = []
    while new := [*find_identity_numbers(text), *find_contacts(text), *find_names(text)]:
        found = _apart([*found, *new])
        covered = _covered(text, new)
        if covered == text:
            break
        text = covered
    return found


def _covered(text: str, findings: list[Finding]) -> str:
    for finding in findings:
        cover = _COVER * (finding.end - finding.start)
        text = text[: finding.start] + cover + text[finding.end :]
    return text


def _apart(findings: list[Finding]) -> list[Finding]:
    """In the order of the text, the longer one where two overlap.

    A finding that overlaps a longer one is swallowed only if it lies within; what sticks out
    is masked with it.
    """
    merged: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.start, -f.end)):
        last = merged[-1] if merged else None
        if last is None or finding.start >= last.end:
            merged.append(finding)
        elif finding.end > last.end:
            merged[-1] = Finding(start=last.start, end=finding.end, kind=last.kind)
    return merged
