"""The training: every way a clause is found is made to favour the gold clause.

For the whole question the loss is the softmax of its cosines with every clause of its index,
and with every other known question, where those with a gold clause in common are the right
ones (neighbourhood components, Goldberger et al. 2004) and those that no corpus answers are
right for each other; for its tokens it is the softmax of late interaction with the gold
clauses and a few near misses. Clause vectors stay as they are in the index.
"""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor

from corpus.progress import Progress, quiet
from eval.adapter.examples import Example
from eval.adapter.neighbours import Neighbours
from eval.adapter.network import QuestionNetwork

RANK = 16
EPOCHS = 5
BATCH = 32
RATE = 6e-4
DECAY = 0.01
WARM_UP = 0.1
COSINE_TEMPERATURE = 0.04
LATE_TEMPERATURE = 0.03
NEAR_MISSES = 7
SEED = 0

Report = Callable[[int, float], None]


def train(
    network: QuestionNetwork,
    examples: Sequence[Example],
    report: Report,
    progress: Progress = quiet,
) -> None:
    """Train the branches in place. ``report`` gets each epoch's number and mean loss."""
    torch.manual_seed(SEED)
    random = np.random.default_rng(SEED)
    lower = _lower(network, examples)
    neighbours = Neighbours.of(examples, _encoded(network, lower))
    batches = _batches(examples, random)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, RATE, total_steps=EPOCHS * len(batches), pct_start=WARM_UP
    )
    for epoch in range(EPOCHS):
        losses = []
        for done, batch in enumerate(batches):
            progress("train", epoch * len(batches) + done, EPOCHS * len(batches))
            some = [examples[i] for i in batch]
            vectors, tokens = network.upper([lower[i] for i in batch])
            loss = _loss(some, vectors, tokens, random) + neighbours.loss(batch, vectors)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            neighbours.renew(batch, vectors)
            losses.append(float(loss.detach()))
        report(epoch, float(np.mean(losses)))
        batches = _batches(examples, random)


def _lower(network: QuestionNetwork, examples: Sequence[Example]) -> list[Tensor]:
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].text))
    found: dict[int, Tensor] = {}
    for start in range(0, len(order), BATCH):
        part = order[start : start + BATCH]
        found.update(zip(part, network.lower([examples[i].text for i in part]), strict=True))
    return [found[i] for i in range(len(examples))]


def _batches(examples: Sequence[Example], random: np.random.Generator) -> list[list[int]]:
    """Batches of one index each and of like length, in random order."""
    batches = []
    for shelf in {id(each.shelf): each.shelf for each in examples}.values():
        own = [i for i, each in enumerate(examples) if each.shelf is shelf]
        random.shuffle(own)
        own.sort(key=lambda i: len(examples[i].text) // 40)
        batches += [own[start : start + BATCH] for start in range(0, len(own), BATCH)]
    return [batches[i] for i in random.permutation(len(batches))]


def _encoded(network: QuestionNetwork, lower: Sequence[Tensor]) -> Tensor:
    """Vectors (n, dim) of all questions as the network is now."""
    order = sorted(range(len(lower)), key=lambda i: len(lower[i]))
    found: dict[int, Tensor] = {}
    with torch.no_grad():
        for start in range(0, len(order), BATCH):
            part = order[start : start + BATCH]
            found.update(zip(part, network.upper([lower[i] for i in part])[0], strict=True))
    return torch.stack([found[i] for i in range(len(lower))])


def _loss(
    examples: Sequence[Example],
    vectors: Tensor,
    tokens: Sequence[Tensor],
    random: np.random.Generator,
) -> Tensor:
    """What the clauses say, of a batch to one index; its questions without gold say nothing."""
    cosines = torch.log_softmax(examples[0].shelf.cosines(vectors) / COSINE_TEMPERATURE, dim=1)
    losses = [vectors.sum() * 0]
    for row, (example, own) in enumerate(zip(examples, tokens, strict=True)):
        if not example.gold:
            continue
        losses.append(-torch.logsumexp(cosines[row, list(example.gold)], dim=0))
        gold = list(example.gold)[:2]
        count = min(NEAR_MISSES, len(example.near))
        rows = gold + random.choice(example.near, count, replace=False).tolist()
        late = torch.log_softmax(_late(example, own, rows) / LATE_TEMPERATURE, dim=0)
        losses.append(-torch.logsumexp(late[: len(gold)], dim=0))
    return torch.stack(losses).sum() / len(examples)


def _late(example: Example, tokens: Tensor, rows: Sequence[int]) -> Tensor:
    """Late interaction of a question's tokens (n, dim) with clauses, (n_rows,)."""
    centred = torch.nn.functional.normalize(tokens - example.shelf.centre, dim=-1)
    clauses = [example.shelf.tokens(row) for row in rows]
    similar = centred @ torch.cat(clauses).T
    parts = similar.split([len(each) for each in clauses], dim=1)
    return torch.stack([part.max(dim=1).values.mean() for part in parts])
