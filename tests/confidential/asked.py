"""What every operation is asked, in a rival's name: made from its signature. A parameter nobody thought of is a KeyError."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import cache
from inspect import Parameter
from types import NoneType
from typing import Any, get_args
from uuid import UUID

from squaremile.booking import operations as booking
from squaremile.kernel.operation import Operation
from squaremile.kernel.period import Period
from squaremile.metering.operations import Used
from tests import parts
from tests.confidential.rival import HOUR, Rival
from tests.world import MONDAY

THREE = MONDAY + 5 * HOUR
"""15:00 hours of the Monday, on instruments that are free then."""
HERS = {
    "fault": "fault", "occupancy": "occupancy", "project": "project", "reservation": "reservation", "session": "session",
}  # fmt: skip
KEYS = {"file": "file", "grant": "grant", "invitation": "invitation", "notices": "notice", "person": "person",
        "photo": "file", "qualification": "qualification", "token": "token"}  # fmt: skip
SOUND: dict[str, Any] = {
    "code": "NEW-1", "content": b"%PDF-1.7 x", "email": "thief@example.org", "end": THREE + HOUR, "ended_at": THREE,
    "equipment": "CHILLER", "external_id": "x:1", "kind": "company", "language": "ko", "meter": "equipment_minutes",
    "name": "x.pdf", "name_en": "Stolen", "name_ko": "훔침", "needs": "CONFOCAL", "origin": "x:1", "place": "R201-B1",
    "quantity": Decimal(1), "reason": "고객 지원 요청에 따라", "resolution": "왜", "role": "scientist", "rules_of_use": "OPEN",
    "says": "왜", "says_ko": "왜", "secret": "not-a-secret", "severity": "note", "start": THREE, "started_at": MONDAY,
    "state": "out_of_service", "unit": "minute", "work_type": "repair",
}  # fmt: skip
LEFT_OUT = frozenset({
    "ability", "asset_number", "contact", "digest", "equivalence", "evidence", "expected_back", "hours", "maker", "model",
    "nfec_number", "note_text", "outline", "parent", "password", "phone", "purpose", "quotas", "reference", "says_en",
    "serial", "time_zone", "title_en", "title_ko", "url",
})  # fmt: skip
"""Nothing of anybody's: left as they are by default."""
NAMES_NOBODY = (bool, int, float, Decimal)


OF_ITS_OWN: dict[str, dict[str, Any]] = {
    "booking.add_manual": {"title_ko": "훔친 설명서"},
    "booking.mark_assisted": {"assisted": True},
    "booking.edit_kind": {"kind": "microscope"},
    "booking.edit_class": {"equivalence": "cytometers"},
    "booking.edit_equipment": {"kind": "microscope", "state": "in_service"},
    "booking.record_reservation": {"state": "confirmed"},
    "core.grant_role": {"role": "company_admin"},
    "core.remember_external": {"kind": "file", "subject": "file"},
    "metering.record_usage": {"subject": "CHILLER"},
    "booking.unblock": {"reservation": "block"},
    "booking.approve": {"reservation": "pending"},
    "booking.decline": {"reservation": "pending"},
    "booking.report_fault": {"severity": "note"},
    "booking.shorten": {"start": None, "end": MONDAY + HOUR},
    "booking.add_equipment": {"kind": "microscope", "place": "R202"},
    "booking.set_equipment_state": {"equipment": "CYTO-1"},
    "booking.unlink": {"equipment": "CYTO-2", "needs": "CHILLER"},
    "core.create_token": {"purpose": "api"},
    "spaces.add_place": {"kind": "bench", "parent": "R202"},
    "spaces.close_place": {"place": "SPARE"},
    "spaces.edit_place": {"place": "SPARE"},
    "spaces.reopen_place": {"place": "SHUT"},
    "spaces.extend": {"end": MONDAY + timedelta(days=200)},
    "spaces.hold": {"place": "R201-B2", "start": MONDAY + timedelta(days=300), "end": MONDAY + timedelta(days=310)},
    "spaces.release": {"end": None},
    "spaces.cancel_reshape": {"reshape": "reshape"},
    "spaces.merge_places": {"merged": ["SPARE-2", "SPARE-3"], "on_day": MONDAY.date() + timedelta(days=90), "kind": "bay"},
    "spaces.split_place": {"place": "SPARE-2", "on_day": MONDAY.date() + timedelta(days=90), "into": 2, "kind": "bench"},
}  # fmt: skip
"""Where an operation needs another of the same sort."""


OF_ITS_OWN |= parts.merged("OWN")
LEFT_OUT_OF = {name: set(values) for name, values in parts.merged("LEFT_OUT_OF").items()}
"""Left as they are by default in one operation, where another names something by them."""


@dataclass(frozen=True)
class Terms:
    """How one operation's parameters are read: as its part of the network says, else as for everybody."""

    hers: dict[str, str]
    keys: dict[str, str]
    sound: dict[str, Any]
    left_out: frozenset[str]


@cache
def terms(operation: str) -> Terms:
    part = parts.of(operation)
    if part is None:
        names = ("HERS", "KEYS", "SOUND")
        hers, keys, sound = (parts.merged(n) | g for n, g in zip(names, (HERS, KEYS, SOUND), strict=True))
        left_out = LEFT_OUT | (set(parts.together("LEFT_OUT")) if operation.startswith("network.") else set())
        return Terms(hers, keys, sound, frozenset(left_out | LEFT_OUT_OF.get(operation, set())))
    hers, keys = HERS | getattr(part, "HERS", {}), KEYS | getattr(part, "KEYS", {})
    sound = parts.merged("SOUND") | SOUND | getattr(part, "SOUND", {})
    # What only other parts know by that name is no matter of this one: it is left as it is.
    others = (set(parts.together("LEFT_OUT")) | set(parts.merged("HERS"))) - set(hers) - set(keys)
    known = set(SOUND) | set(getattr(part, "SOUND", {}))
    left_out = LEFT_OUT | set(getattr(part, "LEFT_OUT", ())) | (others - known) | LEFT_OUT_OF.get(operation, set())
    return Terms(hers, keys, sound, frozenset(left_out - set(getattr(part, "HERS", {}))))


def names_her(operation: Operation) -> bool:
    """Is it asked about anything of hers?"""
    its = terms(operation.name)
    return bool({"organisation", "owner", "rows", "dates", *its.hers, *its.keys} & operation.parameters.keys())


def arguments(operation: Operation, rival: Rival) -> dict[str, Any]:
    """A value for each parameter: hers where it can name something, else a sound one."""
    own = OF_ITS_OWN.get(operation.name, {})
    asked = {}
    for name, parameter in operation.parameters.items():
        if name in own:
            asked[name] = _own(own[name], parameter.annotation, rival)
        elif not _left_out(operation, parameter) and not _is_plain(parameter):
            asked[name] = _value(name, parameter.annotation, operation, rival)
    return asked


def _left_out(operation: Operation, parameter: Parameter) -> bool:
    return parameter.name in terms(operation.name).left_out and parameter.default is not Parameter.empty


def _is_plain(parameter: Parameter) -> bool:
    """A number or a switch that may be left out: it cannot name anything."""
    kinds = {each for each in (get_args(parameter.annotation) or (parameter.annotation,)) if each is not NoneType}
    return parameter.default is not Parameter.empty and kinds <= set(NAMES_NOBODY)


def _own(value: Any, kind: Any, rival: Rival) -> Any:
    if isinstance(value, list):
        return [rival.codes.get(each, each) if isinstance(each, str) else each for each in value]
    if not isinstance(value, str):
        return value
    return rival.keys[value] if kind is UUID else rival.codes.get(value, value)


def _value(name: str, kind: Any, operation: Operation, rival: Rival) -> Any:
    its, text = terms(operation.name), kind in (str, str | None)
    if name in ("organisation", "owner"):
        return rival.codes["organisation"] if text else rival.keys["organisation"]
    if name in its.hers and text:
        return rival.codes[its.hers[name]]
    if name in its.keys or name == "project":
        key = rival.keys[its.keys.get(name, "project")]
        return [key] if kind == list[UUID] | None else key
    if name == "manual":
        return rival.keys["manual"]
    if name == "period":
        return Period(MONDAY, MONDAY + HOUR)
    if name == "dates":
        return [booking.SeriesDate(THREE, THREE + HOUR)]
    if name == "rows":
        return [_kept(rival) if operation.name.startswith("booking.") else _used(rival)]
    return its.sound[name]


def _kept(rival: Rival) -> booking.Kept:
    return booking.Kept(
        equipment="CHILLER", start=THREE, end=THREE + HOUR, person=rival.keys["person"], organisation="SAEBOM",
        booked_at=MONDAY, project=rival.codes["project"],
    )


def _used(rival: Rival) -> Used:
    return Used(
        organisation=rival.keys["organisation"], project=rival.keys["project"], person=rival.keys["person"],
        subject="CHILLER", period=Period(MONDAY, MONDAY + HOUR), quantity=Decimal(60), evidence={}, origin="x:2",
    )
