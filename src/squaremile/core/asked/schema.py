"""From an operation's signature to the schema of its input, and from input back to its keyword arguments."""

import dataclasses
import inspect
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache, partial
from typing import Annotated, Any, Union, get_args, get_origin
from uuid import UUID

from pydantic import Field, JsonValue, create_model

from squaremile.core import refs
from squaremile.core.asked.known import KNOWN
from squaremile.core.asked.types import (
    Amount,
    Asked,
    ClockTime,
    Code,
    Content,
    Day,
    Key,
    Line,
    Measure,
    Moment,
    Span,
    Truth,
    Whole,
    text,
)  # fmt: skip
from squaremile.core.reads import codes
from squaremile.kernel.operation import Operation
from squaremile.kernel.period import Period

PLAIN: dict[Any, Any] = {
    str: Line, int: Whole, bool: Truth, float: Measure, Decimal: Amount, datetime: Moment, date: Day, time: ClockTime,
    UUID: Key, Period: Span, Any: JsonValue, bytes: Content,
}  # fmt: skip
NAMED: dict[str, Any] = {
    "person": codes.person,
    "hand_over_to": codes.person,
    "investigator": codes.person,
    "responsible": codes.person,
    "present": codes.person,
    "trainer": codes.person,
    "organisation": codes.organisation,
    "owner": codes.organisation,
    "project": codes.project,
    "photo": partial(refs.read, "file"),
    "notices": partial(refs.read, "notice"),
} | {kind: partial(refs.read, kind) for kind in ("file", "grant", "invitation", "manual", "qualification", "token")}
"""Keys have names outside: a person's is her e-mail address, a company's and a project's their code, others have refs."""


def _kind(hint: Any, name: str) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return Union[tuple(type(None) if part is type(None) else _kind(part, name) for part in inner)]
    if origin in (list, Sequence, frozenset, set) or (origin is tuple and inner[-1] is Ellipsis):
        return Annotated[list[_kind(inner[0], name)], Field(max_length=1000)]  # type: ignore[misc]
    if origin is tuple:
        return tuple[tuple(_kind(part, name) for part in inner)]  # type: ignore[misc]
    if origin in (dict, Mapping):
        return dict[_kind(inner[0], ""), _kind(inner[1], "")]  # type: ignore[misc]
    if hint is UUID and name in NAMED:
        return Code if NAMED[name] is not codes.person else text(254)
    if hint is str and name in KNOWN and KNOWN[name].longest:
        return text(KNOWN[name].longest)
    if origin is typing.Literal:
        return hint
    if dataclasses.is_dataclass(hint) and hint not in PLAIN:
        return _of_dataclass(hint)  # type: ignore[arg-type]
    return PLAIN[hint]


@cache
def _of_dataclass(kind: Any) -> type[Asked]:
    """A value of the trade as a nested object; `arguments` builds it again."""
    hints = typing.get_type_hints(kind)
    made = {
        f.name: (_kind(hints[f.name], f.name), _about(f.name, ... if f.default is dataclasses.MISSING else f.default))
        for f in dataclasses.fields(kind)
    }
    nested = create_model(kind.__name__, __base__=Asked, __doc__=inspect.getdoc(kind), **made)  # type: ignore[call-overload]
    nested.makes = kind
    return nested  # type: ignore[no-any-return]


def _about(name: str, default: Any) -> Any:
    known = KNOWN.get(name)
    about: dict[str, Any] = {"description": known.says, "examples": [known.example]} if known else {}
    return Field(default=default, **about)


def _hints(operation: Operation) -> dict[str, Any]:
    return typing.get_type_hints(inspect.unwrap(operation.call))


def _field(name: str, parameter: inspect.Parameter) -> Any:
    return _about(name, ... if parameter.default is inspect.Parameter.empty else parameter.default)


def schema(operation: Operation, *, but: tuple[str, ...] = (), fields: Mapping[str, Any] | None = None) -> type[Asked]:
    """The schema of an operation's input. `but` are parameters that come otherwise; `fields` are narrower kinds."""
    hints, narrower = _hints(operation), fields or {}
    made = {
        name: (narrower.get(name) or _kind(hints[name], name), _field(name, parameter))
        for name, parameter in operation.parameters.items()
        if name not in but
    }
    title = "".join(part.title() for part in operation.name.replace(".", "_").split("_"))
    return create_model(title, __base__=Asked, __doc__=operation.summary, **made)  # type: ignore[call-overload, no-any-return]


@cache
def _named(operation_name: str, call: Callable[..., Any]) -> dict[str, Callable[[str], UUID]]:
    hints = typing.get_type_hints(inspect.unwrap(call))
    return {n: NAMED[n] for n, hint in hints.items() if n in NAMED and _has_key(hint)}


def _has_key(hint: Any) -> bool:
    return hint is UUID or any(_has_key(part) for part in get_args(hint))


def arguments(operation: Operation, given: Mapping[str, Any]) -> dict[str, Any]:
    """Keyword arguments of the operation: names become keys, spans become periods. Raises Missing."""
    named = _named(operation.name, operation.call)
    return {name: _keyed(named[name], value) if name in named else _plain(value) for name, value in given.items()}


def _keyed(read: Callable[[str], UUID], value: Any) -> Any:
    if isinstance(value, list):
        return [read(part) for part in value]
    return None if value is None else read(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return Period(value.start, value.end)
    if isinstance(value, Asked) and value.makes is not None:
        return value.makes(**{name: _plain(getattr(value, name)) for name in value.model_fields_set})
    if isinstance(value, Asked):
        return {name: _plain(getattr(value, name)) for name in value.model_fields_set}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value


def given(asked: Asked) -> dict[str, Any]:
    """What was really said, without the defaults: those are the operation's own."""
    return {name: getattr(asked, name) for name in asked.model_fields_set}
