"""Any other sentence-transformers model: a folder, or a name on a model hub."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from corpus.errors import MissingModel
from corpus.progress import Progress
from retrieval.encoding.torch_engine import TorchEngine, open_model
from retrieval.model import export, traced_graph
from retrieval.model.prepared import EXPORT_FILE, MODEL_FOLDER, Description, checksum
from retrieval.model.source import STAGE

MOST_TOKENS = 512
_QUESTION_PROMPTS = ("query", "question")
_PASSAGE_PROMPTS = ("passage", "document", "corpus")
_THREADS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherModel:
    """``name`` is a folder's path or a hub name; the hub is asked once, then the cache."""

    name: str

    @property
    def key(self) -> str:
        """Of the name and, for a folder, the sizes and times of its files."""
        folder = Path(self.name)
        marks = [str(folder.resolve()) if folder.is_dir() else self.name]
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            found = path.stat()
            marks.append(f"{path.relative_to(folder)} {found.st_size} {found.st_mtime_ns}")
        return hashlib.sha256("\n".join(marks).encode()).hexdigest()[:12]

    def make(self, folder: Path, progress: Progress) -> Description:
        """Write the model into ``folder``. Raises ``MissingModel`` and OSError."""
        progress(STAGE, 0, 3)
        model = _open(self.name)
        model_folder, graph = folder / MODEL_FOLDER, folder / EXPORT_FILE
        _save(model, model_folder)
        if not (model_folder / "tokenizer.json").is_file():
            raise _missing(self.name)
        progress(STAGE, 1, 3)
        graph.parent.mkdir()
        traced = traced_graph.write(model_folder, graph)
        progress(STAGE, 2, 3)
        _, vector = TorchEngine(model_folder, _THREADS).run(
            np.zeros((1, 1), np.int64), np.ones((1, 1), np.int64)
        )
        table, pooling = traced or (None, None)
        description = Description(
            name=self.name,
            fingerprint=f"{Path(self.name).name}-{_content(model_folder)}",
            dim=vector.shape[1],
            max_tokens=min(model.max_seq_length or MOST_TOKENS, MOST_TOKENS),
            question_prefix=_prompt(model.prompts, _QUESTION_PROMPTS),
            passage_prefix=_prompt(model.prompts, _PASSAGE_PROMPTS),
            pooling=pooling,
            table=table,
        )
        checked = export.keep_if_equal(folder, description)
        progress(STAGE, 3, 3)
        return checked


def _open(name: str) -> Any:
    """From a folder or the hub's cache on this machine, else from the hub itself."""
    from huggingface_hub import HfApi
    from huggingface_hub.errors import HTTPError  # type: ignore[attr-defined]
    from safetensors import SafetensorError

    try:
        return open_model(name)
    except (OSError, ValueError, SafetensorError) as error:
        if Path(name).exists():
            raise _missing(name) from error
    try:
        # Asked first, because the loader itself goes on trying for minutes without a net.
        HfApi().model_info(name if "/" in name else f"sentence-transformers/{name}", timeout=10)
        return open_model(name, local=False)
    except (OSError, ValueError, HTTPError) as error:
        raise _missing(name) from error


def _save(model: Any, folder: Path) -> None:
    """Raises OSError, also where the library has an error of its own for a full disk."""
    from safetensors import SafetensorError

    try:
        model.save(str(folder), create_model_card=False, safe_serialization=True)
    except SafetensorError as error:
        raise OSError(str(error)) from error


def _missing(name: str) -> MissingModel:
    return MissingModel(
        model=name,
        mend_sv="Ange en mapp med en sentence-transformers-modell i ANSVARSLOTS_MODEL, "
        "kontrollera nätet, eller ta bort inställningen: då används den inbyggda modellen.",
        mend_en="Name a folder with a sentence-transformers model in ANSVARSLOTS_MODEL, "
        "check the network, or remove the setting: the built-in model is then used.",
    )


def _prompt(prompts: Mapping[str, str], names: tuple[str, ...]) -> str:
    """The first of the model's own prompts that has words; else none."""
    return next((prompts[name] for name in names if prompts.get(name)), "")


def _content(model_folder: Path) -> str:
    """What decides the vectors: weights, tokenizer, modules and their settings."""
    files = [*model_folder.rglob("*.safetensors"), *model_folder.rglob("tokenizer.json")]
    files += [*model_folder.glob("*_*/config.json"), model_folder / "modules.json"]
    marks = [f"{path.relative_to(model_folder)} {checksum(path)}" for path in sorted(files)]
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()[:12]
