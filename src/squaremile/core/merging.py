"""Making two rows of a table one, and two again exactly: every reference of the domain that may be changed is moved.

Both rows stay. What was moved is told as (model, column, row), for the domain to keep and to give back.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.db.models import Exists, OuterRef

Moved = tuple[str, str, str]


def move(domain: str, gone: Any, kept: Any, *, stays: Collection[tuple[str, str]]) -> list[Moved]:
    """Let everything in `domain` that names `gone` name `kept`, but for the columns that stay: (model, column)."""
    return list(_moved(domain, gone, kept, stays))


def put_back(domain: str, moved: Iterable[Sequence[str]], gone: Any, kept: Any) -> None:
    """Let them name `gone` again. What somebody moved elsewhere since stays where it was put."""
    tables = {each.__name__: each for each in apps.get_app_config(domain).get_models()}
    keys: dict[tuple[str, str], list[str]] = {}
    for name, column, key in moved:
        keys.setdefault((name, column), []).append(key)
    for (name, column), rows in keys.items():
        tables[name]._default_manager.filter(id__in=rows, **{column: kept.id}).update(**{column: gone.id})


def _moved(domain: str, gone: Any, kept: Any, stays: Collection[tuple[str, str]]) -> Iterable[Moved]:
    for model, column in _references(domain, type(gone), stays):
        rows = model._default_manager.filter(**{column: gone.id})
        for others in _stand_once(model, column):
            beside = {name: OuterRef(name) for name in others}
            rows = rows.exclude(Exists(model._default_manager.filter(**{column: kept.id}, **beside)))
        for other in _pointing(model, type(gone)):
            # What ties the two to each other stays: nothing is tied to itself.
            rows = rows.exclude(**{other: kept.id}) if other != column else rows
        if model is type(gone):
            rows = rows.exclude(id=kept.id)
        keys = sorted(rows.values_list("id", flat=True))
        model._default_manager.filter(id__in=keys).update(**{column: kept.id})
        yield from ((model.__name__, column, str(key)) for key in keys)


def _references(
    domain: str, model: type[models.Model], stays: Collection[tuple[str, str]]
) -> Iterable[tuple[type[models.Model], str]]:
    """Every column of the domain that points to such a row and may be changed, but for those that stay."""
    for each in sorted(apps.get_app_config(domain).get_models(), key=lambda m: m.__name__):
        for column in _pointing(each, model):
            if (each.__name__, column) not in stays and _changeable(each._meta.db_table):
                yield each, column


def _pointing(each: type[models.Model], model: type[models.Model]) -> list[str]:
    return [
        field.name for field in each._meta.fields
        if isinstance(field, models.ForeignKey) and field.remote_field.model is model
    ]  # fmt: skip


def _changeable(table: str) -> bool:
    """What is only ever added to (histories, ledgers) stays as it was written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(current_user, %s, 'UPDATE')", [table])
        return bool(cursor.fetchone()[0])


def _stand_once(model: type[models.Model], column: str) -> Iterable[tuple[str, ...]]:
    """Columns beside which a row may stand once only: where both stand there, the row of the one that goes stays."""
    if getattr(model._meta.get_field(column), "unique", False):
        yield ()
    for each in model._meta.constraints:
        if isinstance(each, models.UniqueConstraint) and column in each.fields:
            yield tuple(name for name in each.fields if name != column)
