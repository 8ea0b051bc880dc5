"""Who is asking, told to the database.

No query runs outside `scope(...)`. It opens a transaction and sets transaction-local settings that the row security
policies read (`sm_actor()`, `sm_orgs()`, `sm_held()`, `sm_staff()`, `sm_system()`), and re-applies the outer scope when
it ends.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Manager, Model, QuerySet


class NoScope(RuntimeError):
    """A query was attempted without saying who asks."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A role held: in one organisation, or in the cluster's staff when `organisation` is None."""

    role: str
    organisation: UUID | None = None


@dataclass(frozen=True)
class Scope:
    """Who asks. `actor` is the person whose rights apply; `operator` is who is really at the keyboard."""

    actor: UUID | None = None
    grants: tuple[Grant, ...] = ()
    operator: UUID | None = None
    reason: str = ""
    system: str = ""
    request_id: str = ""
    may_write: bool = True
    savepoints: bool = True
    """False where a refusal ends the whole transaction (the API): spares two statements."""
    organisations: frozenset[UUID] = field(init=False)
    staff_roles: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        orgs = frozenset(g.organisation for g in self.grants if g.organisation)
        staff = frozenset(g.role for g in self.grants if g.organisation is None)
        object.__setattr__(self, "organisations", orgs)
        object.__setattr__(self, "staff_roles", staff)

    @property
    def staff(self) -> bool:
        return bool(self.staff_roles)

    def has_role(self, *roles: str) -> bool:
        return any(g.role in roles for g in self.grants)

    def settings(self) -> tuple[str, str, str, str, str, str]:
        """What the database is told: actor, organisations, staff roles, operator, system purpose, and roles in
        organisations as `role:organisation`."""
        return (
            str(self.actor or ""),
            "{" + ",".join(sorted(map(str, self.organisations))) + "}",
            ",".join(sorted(self.staff_roles)),
            str(self.operator or self.actor or ""),
            self.system,
            "{" + ",".join(sorted(f"{g.role}:{g.organisation}" for g in self.grants if g.organisation)) + "}",
        )


_TOLD = ("sm.actor", "sm.orgs", "sm.staff", "sm.operator", "sm.system", "sm.held")
APPLY = "SELECT " + ", ".join(f"set_config('{name}', %s, true)" for name in _TOLD)
# Each part needs a value of the part before: no plan can run one of them too early, or leave the last one out.
_ASKED_AS = """
WITH told AS MATERIALIZED (SELECT {given}, {apply}),
found AS MATERIALIZED ({sql}),
back AS MATERIALIZED (SELECT every.n, {back} FROM (SELECT count(*) AS n FROM found) AS every)
SELECT back.n, found.* FROM back LEFT JOIN found ON true
"""
_THEN = ", ".join(f"set_config('{name}', CASE WHEN every.n >= 0 THEN %s END, true)" for name in _TOLD)

_current: ContextVar[Scope | None] = ContextVar("scope", default=None)


def current() -> Scope | None:
    return _current.get()


def require() -> Scope:
    """The scope in force. Raises NoScope when there is none."""
    asking = _current.get()
    if asking is None:
        raise NoScope("open a scope(...) before touching the database")
    return asking


def apply(asking: Scope) -> None:
    with connection.cursor() as cursor:
        cursor.execute(APPLY, asking.settings())


def asked_as(asking: Scope, sql: str, values: Sequence[Any], given: Mapping[str, tuple[str, Any]]) -> list[tuple[Any, ...]]:
    """The rows of one read that is asked as somebody else; the database is told before it, and told back after it, in the same
    statement.

    `given`: name → type and value of the columns of `told`, a table of one row. Whatever `sql` reads it has to read through
    functions that take one of them: they run when the database has been told. `values` stand for the `%s` in `sql`.
    """
    outer = require()
    named = ", ".join(f"%s::{kind} AS {name}" for name, (kind, _value) in given.items())
    statement = _ASKED_AS.format(given=named, apply=APPLY.removeprefix("SELECT "), sql=sql, back=_THEN)
    with connection.cursor() as cursor:
        cursor.execute(
            statement, [*(value for _kind, value in given.values()), *asking.settings(), *values, *outer.settings()],
        )
        return [row[1:] for row in cursor.fetchall() if row[0]]


@contextmanager
def scope(asking: Scope, *, applied: bool = False, savepoint: bool = True) -> Iterator[Scope]:
    """Run a block as `asking`, in a transaction.

    `applied`: the caller holds the transaction, and its own statement has told the database already. `savepoint`: False where
    an error inside ends the caller's transaction too: spares two statements.
    """
    outer = _current.get()
    with nullcontext() if applied else transaction.atomic(savepoint=savepoint):
        if not applied:
            apply(asking)
        token = _current.set(asking)
        try:
            yield asking
        except BaseException:
            if not savepoint:
                connection.needs_rollback = True
            raise
        finally:
            _current.reset(token)
            # The settings end with the transaction; where this scope ends before it, they are taken back by hand.
            if (outer is not None or connection.savepoint_ids) and not connection.needs_rollback:
                apply(outer or Scope())


def system(purpose: str) -> Scope:
    """The scope of a part of the machine itself: `auth`, `worker`, `setup`, `import`."""
    return Scope(system=purpose)


M = TypeVar("M", bound=Model, covariant=True)


class ScopedManager(Manager[M]):
    """Refuses to build a query where nobody has said who asks. The database decides what is seen."""

    def get_queryset(self) -> QuerySet[M]:
        require()
        return super().get_queryset()
