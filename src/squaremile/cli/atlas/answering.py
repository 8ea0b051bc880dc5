"""Answers as plain values, and as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from squaremile.kernel.words import Text


def plain(value: Any) -> Any:
    """Numbers, text, lists and dicts; arrays, dataclasses with `as_dict()` and bilingual texts unfolded."""
    if isinstance(value, Text):
        return {"ko": value.ko, "en": value.en}
    if hasattr(value, "as_dict"):
        return plain(value.as_dict())
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, np.ndarray | np.generic):
        return plain(value.tolist())
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value


def lines(value: Any, depth: int = 0) -> Iterator[str]:
    """One `key: value` a line, indented by two; short lists on one line."""
    pad = "  " * depth
    for key, each in value.items():
        if isinstance(each, dict) and set(each) == {"ko", "en"}:
            yield f"{pad}{key}: {Text(**each)}"
        elif isinstance(each, dict):
            yield f"{pad}{key}:"
            yield from lines(each, depth + 1)
        elif isinstance(each, list) and each and isinstance(each[0], dict):
            yield f"{pad}{key}:"
            for item in each:
                if set(item) == {"ko", "en"}:
                    yield f"{pad}  - {Text(**item)}"
                    continue
                first, *rest = lines(item, depth + 2)
                yield f"{pad}  - {first.strip()}"
                yield from rest
        elif isinstance(each, list):
            yield f"{pad}{key}: {', '.join(map(str, each))}"
        else:
            yield f"{pad}{key}: {'-' if each is None else each}"
