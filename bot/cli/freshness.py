"""Whether the default index still fits the documents it was made of.

Beside the default index stands a small file that says which folder it was made of and how
its files looked. The index itself is opened and checked by ``retrieval``.
"""

import json
import os
from hashlib import sha256
from pathlib import Path

from bot.cli.version import program_version
from corpus.errors import CannotWrite
from corpus.system_reason import system_reason

MADE_OF = "index.made-of.json"


def look(folder: Path) -> str:
    """A digest of the names, sizes and times of the folder's files, hidden files left out, and
    of the program's version."""
    digest = sha256(program_version().encode())
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in inside.parts):
            facts = path.stat()
            digest.update(os.fsencode(inside.as_posix()))
            digest.update(f"\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def remember(index: Path, folder: Path, *, default: bool, seen: str) -> None:
    """Write what ``index`` was made of. ``seen`` is the folder's look before it was read."""
    made_of = {"corpus": None if default else str(folder.resolve()), "look": seen}
    beside = index.parent / MADE_OF
    try:
        draft = beside.with_name(f".{MADE_OF}.{os.getpid()}")
        draft.write_text(json.dumps(made_of), encoding="utf-8")
        draft.replace(beside)
    except OSError as error:
        raise CannotWrite(folder=str(index.parent), reason=system_reason(error)) from error


def made_of(index: Path, default: Path) -> tuple[Path, str | None]:
    """The folder that ``index`` was made of and its look then.

    The default folder and None where nothing is known, or where the folder is gone.
    """
    try:
        known = json.loads((index.parent / MADE_OF).read_text(encoding="utf-8"))
        folder, seen = known["corpus"], str(known["look"])
    except (OSError, ValueError, KeyError, TypeError):
        return default, None  # unknown: the index is made again, which is always safe
    if folder is None:
        return default, seen
    return (Path(folder), seen) if Path(folder).is_dir() else (default, None)
