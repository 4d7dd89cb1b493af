"""Making a model ready, once, in the user's cache."""

import re
import shutil
from pathlib import Path

from filelock import FileLock

from corpus.progress import Progress, quiet
from retrieval.model import question_graph
from retrieval.model.prepared import PreparedModel, describe, flush, load
from retrieval.model.source import Source
from retrieval.model.unwritable import cannot_write
from retrieval.settings import BUILT_IN_MODEL, Settings

__all__ = ["PreparedModel", "prepare", "ready"]


def prepare(
    settings: Settings, progress: Progress = quiet, adapter: Path | None = None
) -> PreparedModel:
    """The model that is set, from the cache, or made ready there first.

    The built-in model comes with the adapter that is shipped, or the one in the file
    ``adapter``, unless the settings leave it out. Raises ``MissingModel``, ``CorruptModel``,
    ``UnusableAdapter`` and ``CannotWrite``.
    """
    model = ready(_source(settings.model), settings.cache / "models", progress)
    if settings.model != BUILT_IN_MODEL or not settings.use_adapter:
        return model
    file = adapter or question_graph.shipped()
    return question_graph.adapted(model, file) if file else model


def ready(source: Source, models: Path, progress: Progress = quiet) -> PreparedModel:
    """``source`` in the folder ``models``, made there unless it is there and whole.

    Made in a folder beside its place and renamed into it, under a lock, so that a second
    process waits and a killed one leaves nothing that is taken for a model.
    """
    name = re.sub(r"[^\w.-]+", "-", source.name).strip("-.")
    folder = models / f"{name}-{source.key}"
    if found := load(folder):
        return found
    try:
        models.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{folder}.lock"):
            return load(folder) or _make(source, folder, progress)
    except OSError as error:
        raise cannot_write(models, error) from error


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
