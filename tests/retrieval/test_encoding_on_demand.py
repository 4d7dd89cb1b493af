"""A network is opened when it is needed, and once."""

from concurrent.futures import ThreadPoolExecutor
from time import sleep

import numpy as np

from retrieval.encoding.encoded import Floats, Integers
from retrieval.encoding.model_encoder import ModelEncoder
from retrieval.encoding.on_demand import OnDemand
from retrieval.encoding.tokenised import Tokenised
from retrieval.model.prepared import Description, PreparedModel

IDS = np.ones((1, 3), np.int64)


class Ones:
    """Gives ones for every token."""

    def run(self, ids: Integers, mask: Integers) -> tuple[Floats, Floats]:
        shape = (*ids.shape, 4)
        return np.ones(shape, np.float32), np.ones((len(ids), 4), np.float32)


class ThreeTokens:
    """Every text is three tokens, the middle one its own."""

    def tokenise(self, texts, prefix):
        offsets = np.array([[0, 1]], np.int32)
        return [Tokenised(ids=(0, 5, 2), own=np.array([1]), offsets=offsets) for _ in texts]


def opener(log: list[str], name: str):
    def opened() -> Ones:
        log.append(name)
        sleep(0.02)
        return Ones()

    return opened


def test_nothing_is_opened_before_the_first_run() -> None:
    log: list[str] = []
    engine = OnDemand(opener(log, "graph"))
    assert log == []
    hidden, vectors = engine.run(IDS, IDS)
    assert (hidden.shape, vectors.shape) == ((1, 3, 4), (1, 4))
    engine.run(IDS, IDS)
    assert log == ["graph"]


def test_many_threads_open_it_once() -> None:
    log: list[str] = []
    engine = OnDemand(opener(log, "graph"))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: engine.run(IDS, IDS), range(8)))
    assert log == ["graph"]


def test_questions_open_one_network_and_passages_the_other(tmp_path) -> None:
    log: list[str] = []
    description = Description(
        name="m", fingerprint="m-1", dim=4, max_tokens=8, question_prefix="", passage_prefix=""
    )
    encoder = ModelEncoder(
        PreparedModel(folder=tmp_path, description=description),
        ThreeTokens(),
        questions=OnDemand(opener(log, "questions")),
        passages=OnDemand(opener(log, "passages")),
    )
    encoder.encode_question("Vem?")
    encoder.encode_questions(["Vem?", "När?"])
    assert log == ["questions"]
    encoder.encode_passages(["Kommunen."])
    assert log == ["questions", "passages"]
