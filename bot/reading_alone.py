"""A file read by itself, as if it were the only one of a folder."""

import shutil
import tempfile
from pathlib import Path

from corpus.errors import EmptyCorpus, UnknownFormat
from corpus.folder import Corpus, read_folder
from corpus.manifest_edit import write_manifest


def read_alone(file: Path, name: str, manifest: str) -> Corpus:
    """``file``, called ``name``, read in a folder with that manifest.

    Raises its DocumentError, BrokenManifest or OSError.
    """
    with tempfile.TemporaryDirectory(prefix="ansvarslots-") as alone:
        folder = Path(alone)
        shutil.copyfile(file, folder / name)
        write_manifest(folder, manifest)
        try:
            read = read_folder(folder)
        except EmptyCorpus as error:
            # The readers pass the name over, or the only file could not be read.
            raise (error.errors[0] if error.errors else UnknownFormat(file=file.name)) from error
    if read.errors:
        raise read.errors[0]
    return read
