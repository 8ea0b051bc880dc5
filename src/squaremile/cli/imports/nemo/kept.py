"""What has no room in squaremile yet is kept word for word, so that a later import can take it; nothing is lost.

Passwords, user names of devices, tokens and keys are never kept. The kept section holds every company's data, so it
is written for the operator's eyes only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from squaremile.cli.imports.nemo.context import Context, Index
from squaremile.cli.imports.nemo.kinds import KINDS, SECRET_FIELDS, Fate
from squaremile.cli.imports.nemo.reader import Record


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A NEMO record as it came, without secret fields."""

    external_id: str
    kind: str
    fields: Mapping[str, object]

    def as_json(self) -> dict[str, object]:
        return {"id": self.external_id, "kind": self.kind, "fields": dict(self.fields)}


def _secret(name: str) -> bool:
    lowered = name.lower()
    return lowered in SECRET_FIELDS or any(word in lowered for word in ("password", "secret", "token"))


def keep(index: Index, record: Record) -> KeptRecord:
    """The record as it came, secrets left out."""
    fields = {name: value for name, value in record.fields.items() if not _secret(name)}
    if record.kind == "customization" and _secret(record.pk or ""):
        fields = {}
    return KeptRecord(index.id(record), record.kind, fields)


def _is_space_booking(record: Record) -> bool:
    """A live reservation of an area: spaces take several people at once, so it is no booking of an instrument."""
    of = record.fields
    return of.get("tool") is None and of.get("area") is not None and not (of.get("cancelled") or of.get("shortened"))


def plan_kept(context: Context) -> tuple[KeptRecord, ...]:
    """Kinds marked as kept, and live bookings of spaces."""
    kept: list[KeptRecord] = []
    for name, kind in KINDS.items():
        if kind.fate is Fate.KEPT:
            own = [keep(context.index, record) for record in context.index.of(name)]
            context.report.keep(name, len(own))
            kept.extend(own)
    spaces = [keep(context.index, each) for each in context.index.of("reservation") if _is_space_booking(each)]
    context.report.keep("reservation", len(spaces))
    return (*kept, *spaces)
