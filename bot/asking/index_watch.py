"""A new index is taken into use when it is put in place; a bad one leaves the old in use."""

import logging
import time
from pathlib import Path

from corpus.errors import AnsvarslotsError, UnusableIndex
from corpus.system_reason import system_reason
from retrieval.index.folder import HEADER
from retrieval.service import AnsweringService, open_service
from retrieval.settings import Settings

TRIED_AGAIN_AFTER = 30.0
"""Seconds. A refused index may only be half copied, and become whole without a new header."""

_log = logging.getLogger("ansvarslots.index")

Look = tuple[int, int, int]
"""The header file's inode, time and size: a rename into place changes it."""


class IndexWatch:
    """Looks whether the folder holds another index than the one in use.

    ``refused`` is why the newest could not be used, None when it is in use.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.refused: AnsvarslotsError | None = None
        self._folder = folder
        self._settings = settings
        self._seen = self._look()
        self._tried = 0.0

    def newer(self, service: AnsweringService) -> AnsweringService | None:
        """The service on a newer index than that of ``service``; None when there is none that
        can be used. Takes the time of loading it: call it on a worker thread."""
        look = self._look()
        if look == self._seen and not self._due():
            return None
        self._seen, self._tried = look, time.monotonic()
        try:
            found = open_service(self._folder, self._settings, service.encoder)
        except AnsvarslotsError as error:
            self._refuse(error)
            return None
        except OSError as error:
            swedish, english = system_reason(error)
            self._refuse(
                UnusableIndex(folder=str(self._folder), reason_sv=swedish, reason_en=english)
            )
            return None
        self.refused = None
        if found.fingerprint == service.fingerprint:
            return None
        _log.info("index %s is in use", found.fingerprint)
        return found

    def _due(self) -> bool:
        return self.refused is not None and time.monotonic() - self._tried >= TRIED_AGAIN_AFTER

    def _refuse(self, error: AnsvarslotsError) -> None:
        self.refused = error
        _log.error("the new index is refused, the old one stays in use: %s", error.text("en"))

    def _look(self) -> Look | None:
        try:
            facts = (self._folder / HEADER).stat()
        except OSError:
            return None  # loading it will tell why
        return facts.st_ino, facts.st_mtime_ns, facts.st_size
