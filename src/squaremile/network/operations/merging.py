"""Deciding about a pair: merge it, say that they are not the same, and take a merge back exactly."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, models
from django.db.models import Exists, OuterRef

from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Duplicate, Merge, Partner, Person
from squaremile.network.operations import entries, placards, weighing
from squaremile.network.words import profiles

Entry = Person | Partner
MODELS: dict[str, type[Entry]] = {"person": Person, "partner": Partner}
STAYS = {
    ("Contact", "person"), ("PersonCare", "person"), ("Claim", "person"), ("PersonConcept", "person"),
    ("Person", "merged_into"), ("Partner", "merged_into"),
}
"""References that stay with the entry that goes: they are about it, or are counted again."""


@operation(
    "network.merge_duplicate", ko="두 항목 합치기", en="Merge a pair", may=rules.liaise,
    refuses=(profiles.PAIR_UNKNOWN, profiles.PAIR_DECIDED, profiles.MERGED_SINCE),
)
def merge_duplicate(*, pair: str, keep: str = "") -> Duplicate:
    """Say that two entries are one: everything that names the one names the other from now on. Both rows stay.

    `keep` is the code of the one that stays; left out, the one that was claimed, else the older.
    """
    row = _open(pair)
    left, right = _sides(row)
    if left.merged_into_id or right.merged_into_id:
        raise Refused(profiles.MERGED_SINCE)
    kept, gone = _chosen(left, right, keep)
    moved = [list(each) for each in _move(gone, kept)]
    gone.merged_into_id = kept.id
    gone.save(update_fields=["merged_into"])
    Merge.objects.create(
        duplicate=row, kept=kept.id, gone=gone.id, moved=moved, merged_at=clock.now(), merged_by_id=_who()
    )
    _renew(kept, gone)
    return _decided(row, "merged", kept=kept.code, gone=gone.code, moved=len(moved))


@operation(
    "network.keep_apart", ko="서로 다름으로 두기", en="Keep a pair apart", may=rules.liaise,
    refuses=(profiles.PAIR_UNKNOWN, profiles.PAIR_DECIDED),
)
def keep_apart(*, pair: str) -> Duplicate:
    """Say that two entries are not the same: they are not shown as a pair again."""
    return _decided(_open(pair), "different")


@operation(
    "network.undo_merge", ko="합치기 되돌리기", en="Take back a merge", may=rules.liaise,
    refuses=(profiles.PAIR_UNKNOWN, profiles.NOT_MERGED, profiles.MERGED_SINCE),
)
def undo_merge(*, pair: str) -> Duplicate:
    """Take a merge back: every row that was moved points again where it did, and both entries are found again."""
    row = entries.found(Duplicate, pair, profiles.PAIR_UNKNOWN)
    merge = row.merges.filter(undone_at=None).first()
    if merge is None:
        raise Refused(profiles.NOT_MERGED)
    by_key = {each.id: each for each in _sides(row)}
    kept, gone = by_key[merge.kept], by_key[merge.gone]
    if kept.merged_into_id:
        raise Refused(profiles.MERGED_SINCE)
    tables = {each.__name__: each for each in apps.get_app_config("network").get_models()}
    for name, field, key in merge.moved:
        # What somebody moved elsewhere since stays where it was put.
        tables[name]._default_manager.filter(id=key, **{field: kept.id}).update(**{field: gone.id})
    gone.merged_into_id = None
    gone.save(update_fields=["merged_into"])
    merge.undone_at, merge.undone_by_id = clock.now(), require().actor
    merge.save(update_fields=["undone_at", "undone_by"])
    _renew(kept, gone)
    row.state, row.decided_at, row.decided_by = "open", None, None
    row.save(update_fields=["state", "decided_at", "decided_by"])
    note(subject=row, kept=kept.code, gone=gone.code)
    return row


def _who() -> UUID:
    """Whoever decides is a person: the rule lets in no system."""
    actor = require().actor
    if actor is None:
        raise Refused(profiles.PAIR_UNKNOWN)
    return actor


def _open(code: str) -> Duplicate:
    row = entries.found(Duplicate, code, profiles.PAIR_UNKNOWN)
    if row.state != "open":
        raise Refused(profiles.PAIR_DECIDED)
    return row


def _decided(row: Duplicate, state: str, **said: Any) -> Duplicate:
    row.state, row.decided_at, row.decided_by_id = state, clock.now(), require().actor
    row.save(update_fields=["state", "decided_at", "decided_by"])
    note(subject=row, state=state, **said)
    return row


def _sides(row: Duplicate) -> tuple[Any, Any]:
    """Both entries, locked in the order of their keys."""
    model = MODELS[row.kind]
    found = {each.id: each for each in model.objects.select_for_update().filter(id__in=(row.left, row.right)).order_by("id")}
    return found[row.left], found[row.right]


def _chosen(left: Any, right: Any, keep: str) -> tuple[Any, Any]:
    if keep and keep in (left.code, right.code):
        return (left, right) if keep == left.code else (right, left)
    return (right, left) if getattr(right, "user_id", None) and not getattr(left, "user_id", None) else (left, right)


def _references(model: type[models.Model]) -> Iterable[tuple[type[models.Model], str]]:
    """Every column of the network that points to such an entry and may be changed, but for those that stay."""
    for each in sorted(apps.get_app_config("network").get_models(), key=lambda m: m.__name__):
        for field in each._meta.fields:
            points = isinstance(field, models.ForeignKey) and field.remote_field.model is model
            if points and (each.__name__, field.name) not in STAYS and _changeable(each._meta.db_table):
                yield each, field.name


def _changeable(table: str) -> bool:
    """What is only ever added to (histories, ledgers) stays as it was written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(current_user, %s, 'UPDATE')", [table])
        return bool(cursor.fetchone()[0])


def _move(gone: Any, kept: Any) -> Iterable[tuple[str, str, str]]:
    for model, field in _references(type(gone)):
        rows = model._default_manager.filter(**{field: gone.id})
        for others in _stand_once(model, field):
            beside = {name: OuterRef(name) for name in others}
            rows = rows.exclude(Exists(model._default_manager.filter(**{field: kept.id}, **beside)))
        keys = sorted(rows.values_list("id", flat=True))
        model._default_manager.filter(id__in=keys).update(**{field: kept.id})
        yield from ((model.__name__, field, str(key)) for key in keys)


def _stand_once(model: type[models.Model], field: str) -> Iterable[tuple[str, ...]]:
    """Columns beside which an entry may stand once only: where both stand there, the row of the one that goes stays."""
    if getattr(model._meta.get_field(field), "unique", False):
        yield ()
    for each in model._meta.constraints:
        if isinstance(each, models.UniqueConstraint) and field in each.fields:
            yield tuple(name for name in each.fields if name != field)


def _renew(kept: Any, gone: Any) -> None:
    """What is counted, and what is found."""
    if isinstance(kept, Person):
        weighing.people([kept.id])
        placards.person(kept)
        placards.person(gone)
        return
    placards.partner(kept)
    placards.partner(gone)
    for person in Person.objects.filter(partner__in=(kept.id, gone.id)).select_related("partner"):
        placards.person(person)

