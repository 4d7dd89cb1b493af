"""A cache of one's own that holds a prepared model without copying it."""

from pathlib import Path

from retrieval.model.prepared import DESCRIPTION, PreparedModel


def linked_cache(model: PreparedModel, cache: Path) -> Path:
    """Link every file of ``model`` into ``cache``; what is made there stays there."""
    folder = cache / "models" / model.folder.name
    for name in [DESCRIPTION, *model.description.files]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(model.folder / name)
    return cache
