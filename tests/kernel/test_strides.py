"""Migrations gathered into strides do what they did one by one."""

from collections.abc import Iterable, Iterator

import pytest
from django.apps import apps
from django.db import models
from django.db.migrations import (
    AddConstraint,
    AddField,
    AddIndex,
    AlterField,
    CreateModel,
    Migration,
    RemoveConstraint,
    RunPython,
    RunSQL,
)
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models.signals import pre_migrate

from squaremile.kernel.strides import Stride, lengthen, strides

ROOM, SHELF = (CreateModel(name, [("id", models.UUIDField(primary_key=True))]) for name in ("Room", "Shelf"))
HOOK = CreateModel("Hook", [("id", models.UUIDField(primary_key=True)), ("room", models.ForeignKey("far.Room", models.PROTECT))])
HEIR = CreateModel("Heir", [], bases=("far.room",))
SQL = RunSQL("SELECT 1")
STATED = RunSQL("SELECT 1", state_operations=[SHELF])
PYTHON = RunPython(RunPython.noop)
WIDTH = AddField("room", "width", models.IntegerField(null=True))
WIDER = AlterField("room", "width", models.BigIntegerField(null=True))
STANDS = AddField("Shelf", "room", models.ForeignKey("far.Room", models.PROTECT, null=True))
FOUND = AddIndex("Room", models.Index(fields=["width"], name="room_found"))
SOUND = AddConstraint("room", models.CheckConstraint(condition=models.Q(width__gt=0), name="room_sound"))
UNSOUND = RemoveConstraint("room", "room_sound")


def plain(operations: Iterable[Operation]) -> Iterator[Operation]:
    for operation in operations:
        yield from operation.operations if isinstance(operation, Stride) else [operation]


@pytest.mark.parametrize(("operations", "long"), [
    ([ROOM, SHELF, SQL], [3]),
    ([WIDTH, SQL, FOUND, SOUND, STANDS], [5]),
    ([SHELF, WIDTH, SOUND], [3]),
    ([ROOM, WIDTH, FOUND, SOUND], [1, 3]),  # the table already has what the state after all of them says
    ([SHELF, SQL, STANDS, SQL], [2, 2]),
    ([SQL, WIDTH, WIDER, SQL, SQL], [2, 1, 2]),
    ([SQL, UNSOUND, SOUND, SQL], [1, 1, 2]),
    ([ROOM, HEIR, SQL, SQL], [1, 1, 2]),
    ([SQL, PYTHON, STATED, SQL], [1, 1, 1, 1]),
])  # fmt: skip
def test_a_stride_ends_where_the_state_between_is_needed(operations, long):
    found = list(strides(operations))
    assert [len(list(plain([one]))) for one in found] == long
    assert list(plain(found)) == operations


def test_all_our_migrations_come_to_the_same_models():
    loader = MigrationLoader(None)
    end = drawn(loader.project_state())
    state, shorter = ProjectState(real_apps=loader.unmigrated_apps), 0
    assert state.apps.ready  # rendered from here on, as `migrate` does
    plan = {key: None for leaf in loader.graph.leaf_nodes() for key in loader.graph.forwards_plan(leaf)}
    for migration in map(loader.graph.nodes.__getitem__, plan):
        before = list(migration.operations)
        lengthen([(migration, False)])
        assert list(plain(migration.operations)) == before
        shorter += len(before) - len(migration.operations)
        migration.mutate_state(state, preserve=False)
    assert shorter > 800
    assert drawn(state) == end


def drawn(state: ProjectState) -> dict[str, object]:
    """What the database and the code would see of each model, and of who points to it."""
    def pointing(model: type[models.Model]) -> list[str]:
        relations = (r for r in model._meta.get_fields(include_hidden=True) if r.is_relation and r.auto_created)
        return sorted(f"{r.related_model._meta.label}.{r.field.name}" for r in relations)

    return {
        model._meta.label: (
            model._meta.db_table,
            [(f.name, f.column, type(f), f.null, f.is_relation and f.related_model._meta.label) for f in model._meta.fields],
            sorted(one.name for one in [*model._meta.constraints, *model._meta.indexes]),
            pointing(model),
        )
        for model in state.apps.get_models()
    }  # fmt: skip


def test_models_are_rendered_after_the_whole_stride_alone():
    state = ProjectState()
    Stride([ROOM]).state_forwards("far", state)
    room = state.apps.get_model("far", "room")
    Stride([SQL, SQL]).state_forwards("far", state)
    assert state.apps.get_model("far", "room") is room

    before = state.clone()
    Stride([HOOK]).state_forwards("far", state)
    assert {model.__name__ for model in before.apps.get_models()} == {"Room"}
    hook = state.apps.get_model("far", "hook")
    assert state.apps.get_model("far", "room") is room, "what a new table points to is not rendered again"
    assert hook._meta.get_field("room").related_model is room
    assert [relation.related_model for relation in room._meta.related_objects] == [hook]

    Stride([SHELF, WIDTH, SOUND]).state_forwards("far", state)
    wide = state.apps.get_model("far", "room")
    assert {model.__name__ for model in state.apps.get_models()} == {"Room", "Hook", "Shelf"}
    assert wide._meta.get_field("width").null and [c.name for c in wide._meta.constraints] == ["room_sound"]
    hook = state.apps.get_model("far", "hook")
    assert hook._meta.get_field("room").related_model is wide
    assert [relation.related_model for relation in wide._meta.related_objects] == [hook]


def test_what_migrate_plans_is_lengthened_but_for_ways_back_and_piecemeal_ones():
    there, back, piecemeal = (Migration(name, "far") for name in ("0001_there", "0002_back", "0003_piecemeal"))
    for one in (there, back, piecemeal):
        one.operations = [ROOM, SQL]
    piecemeal.atomic = False
    pre_migrate.send(apps.get_app_config("core"), plan=[(there, False), (back, True), (piecemeal, False)])
    assert [type(operation) for operation in there.operations] == [Stride]
    assert back.operations == piecemeal.operations == [ROOM, SQL]
