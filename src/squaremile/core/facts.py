"""Facts as they come back from the outbox: the dataclass that was published, rebuilt from what was kept."""

import dataclasses
import importlib
import pkgutil
import types
import typing
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from squaremile import published
from squaremile.kernel.period import Period


@cache
def kinds() -> dict[str, type[Any]]:
    """Every fact that any domain publishes, by name."""
    found: dict[str, type[Any]] = {}
    for module in pkgutil.iter_modules(published.__path__):
        room = importlib.import_module(f"{published.__name__}.{module.name}")
        for name, kind in vars(room).items():
            if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind.__module__ == room.__name__:
                if name in found:
                    raise ValueError(f"two domains publish a fact called {name}")
                found[name] = kind
    return found


def rebuild(name: str, payload: dict[str, Any]) -> Any:
    """The fact as it was published. Keys that a newer or older version does not know are left out.

    Raises:
        KeyError: no domain publishes a fact of that name.
    """
    kind = kinds()[name]
    shape = typing.get_type_hints(kind)
    return kind(**{field: _value(shape[field], value) for field, value in payload.items() if field in shape})


_READERS: dict[Any, Callable[[Any], Any]] = {
    UUID: UUID,
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    Period: lambda pair: Period(datetime.fromisoformat(pair[0]), datetime.fromisoformat(pair[1])),
}


def _value(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _value(next(a for a in inner if a is not type(None)), value)
    if origin in (tuple, frozenset, list):
        return origin(_value(inner[0], each) for each in value)
    reader = _READERS.get(hint)
    return reader(value) if reader else value
