"""What every operation on the atlas needs: the row behind a code, what changed, and which source said it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

from squaremile.atlas.models import ActivityCode, Organisation, Provenance, Region, RegionScheme, Source
from squaremile.atlas.words import regions as region_words
from squaremile.atlas.words import registry as words
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing

M = TypeVar("M", bound=models.Model)
BY_HAND = "by-hand"
"""The source of what somebody of the cluster typed."""


def found(model: type[M], code: str, refusal: str) -> M:
    """The row of a code, locked for a change. Raises Missing for what is not there or not the asker's to change."""
    one = model._default_manager.select_for_update(of=("self",)).filter(code=code).first()
    if one is None:
        raise Missing(refusal)
    return one


def institution(code: str) -> Organisation | None:
    """The organisation of a code, locked for what is written of it. Raises Missing."""
    return institutions(code)[0]


def institutions(*codes: str) -> list[Organisation | None]:
    """The organisations of these codes, the one it was merged into where it was; None for none. Raises Missing.

    All are locked at once in the order of their keys, before anything else of theirs: who merges two locks them the same
    way, so that nothing is written of one that is on its way into another.
    """
    locked = Organisation.objects.select_for_update(of=("self",), no_key=True).filter(code__in={c for c in codes if c})
    found = {one.code: one for one in locked.order_by("id")}
    if any(code and code not in found for code in codes):
        raise Missing(words.ORGANISATION_UNKNOWN)
    # Read after the lock: a merge that was waited for is seen.
    into = Organisation.objects.in_bulk([one.merged_into_id for one in found.values() if one.merged_into_id])
    return [into.get(found[code].merged_into_id, found[code]) if code else None for code in codes]


def scheme(code: str) -> RegionScheme:
    one = RegionScheme.objects.filter(code=code).first()
    if one is None:
        raise Missing(region_words.SCHEME_UNKNOWN)
    return one


def region(region_scheme: str, code: str) -> Region:
    """A region, locked for a change. Raises Missing."""
    one = Region.objects.select_for_update(of=("self",)).filter(scheme__code=region_scheme, code=code).first()
    if one is None:
        raise Missing(region_words.REGION_UNKNOWN)
    return one


def activity(activity_scheme: str, code: str) -> ActivityCode:
    one = ActivityCode.objects.filter(scheme=activity_scheme, code=code).first()
    if one is None:
        raise Missing(words.ACTIVITY_UNKNOWN)
    return one


def source(code: str) -> Source:
    """The source of a code; for none, what the cluster knows by itself. Raises Missing."""
    if not code:
        return Source.objects.get_or_create(
            code=BY_HAND, defaults={"name_ko": "직접 입력", "name_en": "Entered by hand", "created_at": clock.now()}
        )[0]
    one = Source.objects.filter(code=code).first()
    if one is None:
        raise Missing(words.SOURCE_UNKNOWN)
    return one


def day_of(one: Source) -> date:
    """The day that what it says is of."""
    return one.as_of or clock.now().date()


def write(row: models.Model, said: Mapping[str, Any]) -> list[str]:
    """Put what was said into the row, texts without the space around them; the names of what has changed."""
    changed = []
    for name, value in said.items():
        new = value.strip() if isinstance(value, str) else value
        if value is not None and getattr(row, name) != new:
            setattr(row, name, new)
            changed.append(name)
    if changed:
        row.save(update_fields=changed)
    return changed


def tell(kind: str, subject: UUID, fields: Iterable[str], origin: Source) -> None:
    """Say where these fields of a thing were read: the newest word is kept."""
    rows = [Provenance(kind=kind, subject=subject, field=name, source=origin, as_of=day_of(origin)) for name in fields]
    Provenance.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["subject", "field"], update_fields=["source", "as_of"]
    )


def untell(subject: UUID, fields: Iterable[str]) -> None:
    """A field that says nothing any more came from nowhere."""
    Provenance.objects.filter(subject=subject, field__in=list(fields)).delete()
