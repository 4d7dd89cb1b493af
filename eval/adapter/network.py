"""The upper half of the encoder with low-rank branches, as it is trained.

The lower layers are not changed, so that their output for a question is computed once.
"""

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

LOWEST = 6
"""The first layer (of 12) that has branches."""

MODULES = (
    "attention.self.query",
    "attention.self.value",
    "intermediate.dense",
    "output.dense",
)
LONGEST = 88
"""Tokens of a question that training sees."""


class LowRank(nn.Module):
    """A linear layer with a low-rank branch: y = Wx + (xA)B (Hu et al. 2021)."""

    def __init__(self, linear: nn.Linear, rank: int) -> None:
        super().__init__()
        self.linear = linear
        self.a = nn.Parameter(torch.randn(linear.in_features, rank) * 0.02)
        self.b = nn.Parameter(torch.zeros(rank, linear.out_features))

    def forward(self, inputs: Tensor) -> Tensor:
        """(…, in) to (…, out)."""
        outputs: Tensor = self.linear(inputs) + (inputs @ self.a) @ self.b
        return outputs


class QuestionNetwork:
    """Encodes questions with branches in the upper layers.

    ``model`` is a loaded ``SentenceTransformer`` with a BERT inside; it is changed in place.
    """

    def __init__(self, model: Any, prefix: str, rank: int) -> None:
        self._tokenizer = model.tokenizer
        self._bert = model[0].auto_model.eval()
        self._prefix = prefix
        self._skip = 1 + len(
            self._tokenizer(prefix.rstrip(), add_special_tokens=False)["input_ids"]
        )
        for parameter in self._bert.parameters():
            parameter.requires_grad_(False)
        self.branches: dict[str, LowRank] = {}
        for number, layer in enumerate(self._bert.encoder.layer):
            if number >= LOWEST:
                for path in MODULES:
                    self._branch(layer, number, path, rank)

    def _branch(self, layer: nn.Module, number: int, path: str, rank: int) -> None:
        parent_path, _, name = path.rpartition(".")
        parent = layer.get_submodule(parent_path)
        linear = getattr(parent, name)
        branch = LowRank(linear, rank)
        setattr(parent, name, branch)
        self.branches[f"layer.{number}.{path}"] = branch

    def parameters(self) -> list[nn.Parameter]:
        """What is trained."""
        return [each for branch in self.branches.values() for each in (branch.a, branch.b)]

    @torch.no_grad()
    def lower(self, texts: Sequence[str]) -> list[Tensor]:
        """What the unchanged layers make of texts: one (n_tokens, dim) tensor each."""
        batch = self._tokenizer(
            [self._prefix + text for text in texts],
            padding=True,
            truncation=True,
            max_length=LONGEST,
            return_tensors="pt",
        )
        mask = batch["attention_mask"]
        hidden = self._bert.embeddings(input_ids=batch["input_ids"])
        hidden = self._through(hidden, mask.float(), 0, LOWEST)
        lengths = mask.sum(dim=1).tolist()
        return [hidden[i, :length].clone() for i, length in enumerate(lengths)]

    def upper(self, lower: Sequence[Tensor]) -> tuple[Tensor, list[Tensor]]:
        """Vectors (n, dim) and each text's own tokens (n_tokens, dim), float32, of length 1.

        The layers compute in bfloat16, to spare time where the processor can do that.
        """
        mask = torch.zeros(len(lower), max(len(each) for each in lower))
        hidden = torch.zeros(*mask.shape, lower[0].shape[1])
        for i, each in enumerate(lower):
            hidden[i, : len(each)], mask[i, : len(each)] = each, 1
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self._through(hidden, mask, LOWEST, len(self._bert.encoder.layer))
        hidden = hidden.float()
        weights = mask.unsqueeze(-1)
        vectors = (hidden * weights).sum(dim=1) / weights.sum(dim=1)
        tokens = nn.functional.normalize(hidden, dim=-1)
        own = [tokens[i, self._skip : len(each) - 1] for i, each in enumerate(lower)]
        return nn.functional.normalize(vectors, dim=-1), own

    def _through(self, hidden: Tensor, mask: Tensor, first: int, last: int) -> Tensor:
        blocked = (1.0 - mask[:, None, None, :].float()) * -1e9
        for layer in self._bert.encoder.layer[first:last]:
            output = layer(hidden, blocked)
            hidden = output[0] if isinstance(output, tuple) else output
        return hidden
