"""Migrating in few strides: models are rendered once for operations that need no rendering between them.

Django renders after every operation whatever is related to the table it touched. Here that is nearly every table, since
nearly all point to the organisation, so that an empty database took hundreds of thousands of renderings. `migrate` says
its plan before it runs (`pre_migrate`): there the operations are gathered. The files themselves stay plain Django.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import AddConstraint, AddField, AddIndex, CreateModel, Migration, RunSQL
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

_ADDS = (AddField, AddIndex, AddConstraint)


class Stride(Operation):
    """Operations that are run one by one, each with the state before them all and the state after them all.

    New models are rendered beside those there are, which learn who points to them as they do when an application starts:
    nothing in a stride asks the state before it about that. Old models that get something are rendered as ever.
    """

    reversible = False

    def __init__(self, operations: Iterable[Operation]) -> None:
        self.operations = tuple(operations)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        rendered = state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)
        if rendered is None:
            return
        state.apps = rendered
        rendered.render_multiple([state.models[app_label, op.name_lower] for op in self.operations if isinstance(op, CreateModel)])
        grown = [op for op in self.operations if isinstance(op, _ADDS)]
        pointing = any(isinstance(op, AddField) and op.field.is_relation for op in grown)
        state.reload_models([(app_label, op.model_name_lower) for op in grown], delay=not pointing)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return "; ".join(operation.describe() for operation in self.operations)


def strides(operations: Iterable[Operation]) -> Iterator[Operation]:
    """The same operations in the same order. One that does not add, or adds to what this very stride makes, ends it."""
    gathered: list[Operation] = []
    made: set[str] = set()
    for operation in operations:
        if not _can_wait(operation, made):
            yield from _stride(gathered)
            gathered, made = [], set()
            if not _can_wait(operation, made):
                yield operation
                continue
        if isinstance(operation, CreateModel):
            made.add(operation.name_lower)
        gathered.append(operation)
    yield from _stride(gathered)


def _can_wait(operation: Operation, made: set[str]) -> bool:
    # By exact type: what others derive from these may read the state in ways of its own.
    if type(operation) is RunSQL:
        return not operation.state_operations
    if type(operation) in _ADDS:
        return operation.model_name_lower not in made  # type: ignore[attr-defined]
    # A parent's columns and a proxy's table are the parent's to say.
    return type(operation) is CreateModel and not operation.options.get("proxy") and not _inherits(operation)


def _inherits(operation: CreateModel) -> bool:
    return any(isinstance(base, str) for base in operation.bases or ())


def _stride(gathered: list[Operation]) -> Iterator[Operation]:
    if gathered:
        yield Stride(gathered)


def lengthen(plan: Iterable[tuple[Migration, bool]], **_: Any) -> None:
    """Let the migrations of a plan that go forward, each in a transaction of its own, take long strides."""
    for migration, backwards in plan:
        if migration.atomic and not backwards:
            migration.operations = list(strides(migration.operations))  # type: ignore[misc] # each has a list of its own
