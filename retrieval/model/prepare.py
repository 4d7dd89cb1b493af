"""Making a model ready, once, in the user's cache."""

import os
import re
import shutil
from pathlib import Path

from filelock import FileLock

from corpus.errors import CannotWrite
from corpus.progress import Progress, quiet
from retrieval.model.prepared import PreparedModel, describe, flush, load
from retrieval.model.source import Source
from retrieval.settings import BUILT_IN_MODEL, Settings

__all__ = ["PreparedModel", "prepare"]


def prepare(settings: Settings, progress: Progress = quiet) -> PreparedModel:
    """The model that is set, from the cache, or made ready there first.

    Made in a folder beside its place and renamed into it, under a lock: what is found there
    is whole. Raises ``MissingModel``, ``CorruptModel`` and ``CannotWrite``.
    """
    source = _source(settings.model)
    models = settings.cache / "models"
    name = re.sub(r"[^\w.-]+", "-", source.name).strip("-")
    folder = models / f"{name}-{source.key}"
    if found := load(folder):
        return found
    try:
        models.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{folder}.lock"):
            return load(folder) or _make(source, folder, progress)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise CannotWrite(folder=str(models), reason=reason) from error


def _source(model: str) -> Source:
    if model == BUILT_IN_MODEL:
        from retrieval.model.built_in import BuiltIn

        return BuiltIn()
    from retrieval.model.other_model import OtherModel

    return OtherModel(name=model)


def _make(source: Source, folder: Path, progress: Progress) -> PreparedModel:
    """Make the model beside ``folder`` and rename it there; the lock is held."""
    partial = folder.with_name(folder.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir()
        describe(partial, source.make(partial, progress))
        if folder.exists():
            shutil.rmtree(folder)
        partial.rename(folder)
        flush(folder.parent)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    made = load(folder)
    if made is None:
        raise OSError(f"{folder.name} did not stay as it was written")
    return made
