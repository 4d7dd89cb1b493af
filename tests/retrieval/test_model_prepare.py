"""A model is made ready whole or not at all, once, whoever else is at it."""

import multiprocessing
import os
import shutil
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.errors import CannotWrite, CorruptModel
from corpus.progress import Progress
from retrieval.model.prepare import ready
from retrieval.model.prepared import DESCRIPTION, Description, PreparedModel, load


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallModel:
    """Two small files; ``log`` gets a line each time the model is made."""

    log: Path
    name: str = "a/small model"
    key: str = "0123"
    seconds: float = 0.0

    def make(self, folder: Path, progress: Progress) -> Description:
        with self.log.open("a") as log:
            log.write(f"{os.getpid()}\n")
        (folder / "export").mkdir()
        (folder / "export" / "weights").write_bytes(b"w" * 5000)
        time.sleep(self.seconds)
        (folder / "pieces").write_text("ord", encoding="utf-8")
        progress("prepare_model", 1, 1)
        return Description(
            name=self.name,
            fingerprint="small-1",
            dim=3,
            max_tokens=8,
            question_prefix="",
            passage_prefix="",
        )


class FullDisk(SmallModel):
    """Runs out of space half way, as a real disk does."""

    def make(self, folder: Path, progress: Progress) -> Description:
        (folder / "begun").write_bytes(b"x" * 100)
        Path("/dev/full").write_bytes(b"x" * 100_000)
        return SmallModel.make(self, folder, progress)


class Damaged(SmallModel):
    """Finds its source damaged after it has begun."""

    def make(self, folder: Path, progress: Progress) -> Description:
        (folder / "begun").write_bytes(b"x" * 100)
        raise CorruptModel(file="source")


@pytest.fixture
def source(tmp_path: Path) -> SmallModel:
    return SmallModel(log=tmp_path / "log")


def made(source: SmallModel) -> int:
    return len(source.log.read_text().splitlines())


def leftovers(models: Path) -> list[str]:
    return sorted(p.name for p in models.iterdir() if p.suffix != ".lock")


def test_a_model_is_made_once_and_found_afterwards(tmp_path: Path, source: SmallModel) -> None:
    first, again = ready(source, tmp_path / "models"), ready(source, tmp_path / "models")
    assert first == again
    assert made(source) == 1
    assert first.fingerprint == "small-1"
    assert leftovers(tmp_path / "models") == ["a-small-model-0123"]


def cut_short(folder: Path) -> None:
    (folder / "export" / "weights").write_bytes(b"w" * 4999)


def overwritten(folder: Path) -> None:
    (folder / "export" / "weights").write_bytes(b"v" * 5000)


def file_lost(folder: Path) -> None:
    (folder / "pieces").unlink()


def description_lost(folder: Path) -> None:
    (folder / DESCRIPTION).unlink()


def description_cut(folder: Path) -> None:
    (folder / DESCRIPTION).write_text('{"name": "a/sm', encoding="utf-8")


def description_not_text(folder: Path) -> None:
    (folder / DESCRIPTION).write_bytes(b"\xff\xfe\x00")


@pytest.mark.parametrize(
    "damage",
    [
        cut_short,
        overwritten,
        file_lost,
        description_lost,
        description_cut,
        description_not_text,
        shutil.rmtree,
    ],
)
def test_a_cache_that_is_damaged_later_is_noticed_and_made_anew(
    tmp_path: Path, source: SmallModel, damage
) -> None:
    folder = ready(source, tmp_path / "models").folder
    damage(folder)
    assert load(folder) is None
    model = ready(source, tmp_path / "models")
    assert made(source) == 2
    assert (model.folder / "export" / "weights").read_bytes() == b"w" * 5000


def test_a_copied_cache_is_used_though_its_times_differ(tmp_path: Path, source: SmallModel) -> None:
    folder = ready(source, tmp_path / "models").folder
    copy = shutil.copytree(folder, tmp_path / "copy", copy_function=shutil.copyfile)
    found = load(copy)
    assert isinstance(found, PreparedModel)
    assert found.folder == copy


@pytest.mark.parametrize("broken", [FullDisk, Damaged])
def test_what_fails_half_way_leaves_nothing_and_keeps_the_old(tmp_path: Path, broken) -> None:
    models = tmp_path / "models"
    old = ready(SmallModel(log=tmp_path / "log", key="old"), models)
    failing = broken(log=tmp_path / "log")
    with pytest.raises((CannotWrite, CorruptModel)):
        ready(failing, models)
    assert leftovers(models) == [old.folder.name]
    assert load(old.folder) == old


def test_a_full_disk_is_told_with_the_folder_and_the_reason(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as error:
        ready(FullDisk(log=tmp_path / "log"), tmp_path / "models")
    assert str(tmp_path / "models") in error.value.text("sv")
    assert "disken är full" in error.value.text("sv")
    assert "the disk is full" in error.value.text("en")


def test_a_cache_that_cannot_be_a_folder_is_told(tmp_path: Path, source: SmallModel) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(CannotWrite):
        ready(source, tmp_path / "file" / "models")


def test_a_ready_model_needs_no_right_to_write(tmp_path: Path, source: SmallModel) -> None:
    models = tmp_path / "models"
    ready(source, models)
    for lock in models.glob("*.lock"):
        lock.unlink()
    ready(source, models)
    assert not list(models.glob("*.lock"))


def test_two_processes_at_a_time_make_it_once(tmp_path: Path) -> None:
    source = SmallModel(log=tmp_path / "log", seconds=0.3)
    context = multiprocessing.get_context("spawn")
    with context.Pool(2) as pool:
        found = pool.starmap(ready, [(source, tmp_path / "models")] * 2, chunksize=1)
    assert found[0] == found[1]
    assert made(source) == 1


def test_a_process_killed_half_way_does_no_harm(tmp_path: Path, source: SmallModel) -> None:
    models = tmp_path / "models"
    slow = SmallModel(log=source.log, seconds=60)
    process = multiprocessing.get_context("spawn").Process(target=ready, args=(slow, models))
    process.start()
    while not list(models.glob("*/export/weights")):
        assert process.is_alive()
        time.sleep(0.01)
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert leftovers(models) == ["a-small-model-0123.partial"]
    assert ready(source, models).fingerprint == "small-1"
    assert leftovers(models) == ["a-small-model-0123"]


@pytest.mark.parametrize("name", ["../../outside", "a/b\\c", "..", "å ä ö"])
def test_no_name_leads_out_of_the_cache(tmp_path: Path, name: str) -> None:
    models = tmp_path / "models"
    model = ready(SmallModel(log=tmp_path / "log", name=name), models)
    assert model.folder.parent == models
    assert model.folder.resolve().parent == models.resolve()
