"""What a process has used, told when it leaves."""

import atexit
import json
import resource
import sys
from pathlib import Path

HEAVY = ("torch", "transformers", "sentence_transformers")
"""Packages that take seconds to import."""

_STATUS = Path("/proc/self/status")


def told_at_exit(file: str) -> None:
    """When this process leaves, write ``{"bytes": peak memory, "heavy": imported}`` as JSON."""
    atexit.register(_tell, Path(file))


def peak_bytes() -> int:
    """The most memory that this process has held resident, in bytes.

    Where there is no ``/proc`` it is the system's own figure, which counts the parent's too.
    """
    if _STATUS.exists():
        for line in _STATUS.read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _tell(file: Path) -> None:
    told = {"bytes": peak_bytes(), "heavy": [name for name in HEAVY if name in sys.modules]}
    file.write_text(json.dumps(told), encoding="utf-8")
