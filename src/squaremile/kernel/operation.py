"""One trade verb = one operation = one permission = one audit entry = one API endpoint = one line in the manual."""

import functools
import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, ParamSpec, Protocol, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction

from squaremile.kernel.errors import Forbidden, Refused, SquaremileError
from squaremile.kernel.scope import Scope, require
from squaremile.kernel.words import Text, refusal

P = ParamSpec("P")
R = TypeVar("R")
May = Callable[[Scope], bool]

NOT_ALLOWED = refusal(
    "access.not_allowed",
    ko="이 작업을 할 권한이 없습니다.",
    en="Your role does not allow this.",
    do_ko="회사 관리자나 운영팀에 역할을 요청하십시오.",
    do_en="Ask your company admin or lab operations for the role.",
)
READ_ONLY = refusal(
    "access.read_only",
    ko="이 접속은 읽기만 할 수 있습니다.",
    en="This session or token may only read.",
    do_ko="쓰기 범위가 있는 토큰을 만드십시오.",
    do_en="Create a token with a write scope.",
)


@dataclass(frozen=True)
class Operation:
    """A registered verb. `refuses` and `constraints` together are every way its own rules may say no."""

    name: str
    call: Callable[..., Any]
    may: May
    label: Text
    refuses: tuple[str, ...]
    constraints: Mapping[str, str]
    summary: str
    parameters: Mapping[str, inspect.Parameter]
    audited: bool = True


registry: dict[str, Operation] = {}


@dataclass
class Record:
    """What one run of an operation leaves behind: its audit entry and the facts it publishes."""

    operation: str
    scope: Scope
    subject: Any = None
    organisation: UUID | None = None
    data: dict[str, Any] = field(default_factory=dict)
    facts: list[Any] = field(default_factory=list)
    written: bool = False


class Writer(Protocol):
    """Writes a record, together with the statements of the act where it brings some, in one round trip."""

    def __call__(self, record: Record, acts: Sequence[str] = (), values: Mapping[str, Any] | None = None, /) -> None: ...


_record: ContextVar[Record | None] = ContextVar("record", default=None)
_writer: Writer | None = None


def on_record(writer: Writer) -> None:
    """`core` gives the writer of audit entries and outbox rows; the kernel knows no tables."""
    global _writer
    _writer = writer


def note(*, subject: Any = None, organisation: UUID | None = None, **data: Any) -> None:
    """Say what the running operation was about. Goes into its audit entry."""
    record = _running()
    record.subject = subject if subject is not None else record.subject
    record.organisation = organisation or record.organisation
    record.data.update(data)


def under_way() -> bool:
    """Is this part of an operation, rather than of a page that only asks?"""
    return _record.get() is not None


def publish(fact: object) -> None:
    """Tell other domains, through the outbox, in the same transaction."""
    _running().facts.append(fact)


def act_and_record(acts: Sequence[str], values: Mapping[str, Any]) -> None:
    """Run the act's own INSERT or UPDATE statements and write the record with them, as one statement.

    For the busiest acts: it spares a round trip. All must have been noted and published before. `values` are the
    statements' named parameters; the statements see the tables as they were before any of them (one snapshot).
    """
    record = _running()
    _written_by()(record, acts, values)
    record.written = True


def _written_by() -> Writer:
    """Nothing is done of which nothing is left: without a writer no operation runs to its end."""
    if _writer is None:
        raise RuntimeError("nobody writes records: the act would leave no trace")
    return _writer


def _running() -> Record:
    record = _record.get()
    if record is None:
        raise RuntimeError("note() and publish() belong inside an operation")
    if record.written:
        raise RuntimeError("the operation's record is written already: note and publish before act_and_record()")
    return record


class Undeclared(RuntimeError):
    """An operation refused with a code that it does not list."""


@contextmanager
def _recorded(name: str, asking: Scope) -> Iterator[None]:
    """One transaction for the act and for what it leaves behind."""
    # A nested operation shares the caller's transaction: it must not undo half of it.
    savepoint = asking.savepoints and _record.get() is None
    with transaction.atomic(savepoint=savepoint):
        record = Record(name, asking)
        token = _record.set(record)
        try:
            yield
        finally:
            _record.reset(token)
        if not record.written:
            _written_by()(record)


@contextmanager
def _refusals(refuses: tuple[str, ...], constraints: Mapping[str, str]) -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        cause = getattr(error.__cause__, "diag", None)
        code = constraints.get(getattr(cause, "constraint_name", None) or "")
        if code is None:
            raise
        raise Refused(code) from error
    except SquaremileError as error:
        if not error.by_gate and error.code not in refuses:
            raise Undeclared(f"{error.code} is not among {refuses}") from error
        raise


def operation(
    name: str,
    *,
    may: May,
    ko: str,
    en: str,
    refuses: tuple[str, ...] = (),
    constraints: Mapping[str, str] | None = None,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare an operation. Keyword arguments only; `ko` and `en` name it for people.

    `constraints` maps the database's constraint names to refusal codes: the last colleague to say no
    is heard in words.
    """
    mapped = dict(constraints or {})

    def declare(body: Callable[P, R]) -> Callable[P, R]:
        parameters = inspect.signature(body).parameters
        if any(p.kind is not inspect.Parameter.KEYWORD_ONLY for p in parameters.values()):
            raise TypeError(f"{name}: operations take keyword arguments only")
        if name in registry:
            raise ValueError(f"operation {name} is declared twice")
        allowed = (*refuses, *mapped.values(), NOT_ALLOWED, READ_ONLY)

        @functools.wraps(body)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            if args:
                raise TypeError(f"{name} takes keyword arguments only")
            asking = require()
            if not asking.may_write:
                raise Forbidden(READ_ONLY)
            if not may(asking):
                raise Forbidden(NOT_ALLOWED)
            with _recorded(name, asking), _refusals(allowed, mapped):
                return body(**kwargs)  # type: ignore[call-arg]

        run.operation = registry[name] = Operation(  # type: ignore[attr-defined]
            name, run, may, Text(ko=ko, en=en), allowed, mapped, inspect.getdoc(body) or "", parameters
        )
        return run

    return declare
