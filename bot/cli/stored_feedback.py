"""From the store to the file that ``eval propose`` reads."""

import json
import os
from datetime import UTC, date, datetime, time
from pathlib import Path

from bot.cli.misuse import misuse
from bot.settings import BotSettings
from bot.store import Store, Told
from corpus.errors import CannotWrite
from corpus.system_reason import system_reason


def fetch_feedback(settings: BotSettings, file: Path, since: date | None) -> None:
    """Write unanswered and judged questions, one JSON object a line, into a new file that only
    its owner may read.

    Raises UsageError when the file exists, StoreUnavailable and CannotWrite.
    """
    first = datetime.combine(since or date.min, time.min, tzinfo=UTC)
    if file.exists():
        raise misuse("feedback_there", file=str(file))
    store = Store.open(settings, create=False)
    try:
        lines = [_line(told) for told in store.proposals(first)]
    finally:
        store.close()
    _write_new(file, "".join(f"{line}\n" for line in lines))


def _write_new(file: Path, text: str) -> None:
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise CannotWrite(folder=str(file.parent), reason=system_reason(error)) from error
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except OSError as error:
        file.unlink()
        raise CannotWrite(folder=str(file.parent), reason=system_reason(error)) from error


def _line(told: Told) -> str:
    reasons = ", ".join(told.reasons)
    line = {
        "question": told.question,
        "status": told.status,
        "clauses": told.clauses,
        "feedback": told.verdict,
        "reason": ": ".join(part for part in (reasons, told.comment) if part) or None,
        "on": told.on.isoformat() if told.on else None,
    }
    kept = {name: value for name, value in line.items() if value is not None}
    return json.dumps(kept, ensure_ascii=False)
