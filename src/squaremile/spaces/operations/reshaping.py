"""Places that become one from a day, or one that becomes several: what was stays readable, and nobody loses a place."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from squaremile.core import gates
from squaremile.core.words import CODE_TAKEN, CODE_UNFIT, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import civil_day
from squaremile.spaces import rules, words
from squaremile.spaces.models import Occupancy, Place, Reshape, ReshapedPlace
from squaremile.spaces.operations.places import carded, found
from squaremile.spaces.policies import plan, reshaping
from squaremile.spaces.policies.nesting import fits

KINDS = ("bench", "desk", "bay")
"""What merges and splits: what stands in a room."""
GONE = {
    "place_gone_is_empty": words.IN_USE, "spaces_place_code_key": CODE_TAKEN, "place_code_fits": CODE_UNFIT,
    "place_named": words.RESHAPE_UNSOUND, "place_open_in_open": words.AROUND_CLOSED,
    "reshape_cancelled_before": words.RESHAPE_OVER, "reshaped_place_once": words.RESHAPE_UNSOUND,
    "place_span_sound": words.RESHAPE_UNSOUND,
}
REFUSES = (words.RESHAPE_UNSOUND, words.NOT_ADJOINING, words.PLACE_UNFIT, words.TAKEN_BEYOND, words.NOT_EMPTY, NOT_FOUND)
MOST = 10


@operation(
    "spaces.merge_places", ko="자리 합치기", en="Merge places", may=rules.keep_places, refuses=REFUSES, constraints=GONE,
)
def merge_places(
    *, merged: Sequence[str], on_day: date, kind: str, name_ko: str = "", name_en: str = "", code: str = ""
) -> Reshape:
    """Benches, desks or bays that adjoin in one room (by code) become one place from a day. Nobody may have one of them
    beyond that day: end or move it first.
    """
    wanted = sorted(set(merged))
    if not 2 <= len(wanted) <= MOST or not (name_ko.strip() or name_en.strip()):
        raise Invalid(words.RESHAPE_UNSOUND)
    before = [_standing(each) for each in wanted]
    if len({each.parent_id for each in before}) > 1:
        raise Invalid(words.NOT_ADJOINING)
    shapes = [plan.outline(each.outline) for each in before if each.outline]
    if len(shapes) == len(before) and not reshaping.connected(shapes):
        raise Invalid(words.NOT_ADJOINING)
    shape = reshaping.joined(shapes) if len(shapes) == len(before) else None
    areas = [each.area_m2 for each in before if each.area_m2 is not None]
    area = sum(areas, Decimal(0)) if len(areas) == len(before) else None
    made = _begun(before, on_day)
    _come(made, before[0], kind, code or short_code("PL"), name_ko, name_en, shape, area)
    note(subject=made, merged=wanted, day=on_day)
    return made


@operation(
    "spaces.split_place", ko="자리 나누기", en="Split a place", may=rules.keep_places, refuses=REFUSES, constraints=GONE,
)
def split_place(*, place: str, on_day: date, into: int, kind: str) -> Reshape:
    """A bench, desk or bay becomes several of equal size from a day, named and coded after it with a letter. Nobody may have
    it beyond that day, and nothing may lie in it.
    """
    if not 2 <= into <= MOST:
        raise Invalid(words.RESHAPE_UNSOUND)
    before = _standing(place)
    made = _begun([before], on_day)
    shapes = reshaping.strips(plan.outline(before.outline), into) if before.outline else None
    share = round(before.area_m2 / into, 2) if before.area_m2 is not None else None
    for n in range(into):
        letter = chr(ord("A") + n)
        _come(
            made, before, kind, f"{before.code[:18]}-{letter}", before.name_ko and f"{before.name_ko} {letter}",
            before.name_en and f"{before.name_en} {letter}", shapes[n] if shapes else None, share,
        )
    note(subject=made, split=place, into=into, day=on_day)
    return made


@operation(
    "spaces.cancel_reshape", ko="합치기·나누기 취소하기", en="Cancel a reshape", may=rules.keep_places,
    refuses=(words.RESHAPE_UNKNOWN, words.RESHAPE_OVER, words.NOT_EMPTY), constraints=GONE,
)
def cancel_reshape(*, reshape: str) -> Reshape:
    """Before its day: what was to go stays, and what was to come never does, if nobody has it by now."""
    made = Reshape.objects.select_for_update().filter(code=reshape, cancelled_at=None).first()
    if made is None:
        raise Missing(words.RESHAPE_UNKNOWN)
    now = clock.now()
    if made.at <= now:
        raise Refused(words.RESHAPE_OVER)
    made.cancelled_at = now
    made.save(update_fields=["cancelled_at"])
    for line in made.places.select_related("place"):
        its = line.place
        if not line.comes:
            its.until = None
            its.save(update_fields=["until"])
            continue
        if its.until is not None or Place.objects.filter(parent=its, active=True).exists():
            raise Refused(words.NOT_EMPTY)
        # It never comes: closed, and its code free for another.
        its.active, its.until, its.code = False, its.since, short_code("PX")
        its.save(update_fields=["active", "until", "code"])
        carded(its, gone=True)
    note(subject=made)
    return made


def _standing(code: str) -> Place:
    """A place in use that stands in a room and has no end yet."""
    its = found(code)
    if its.kind not in KINDS or not its.active or its.until is not None:
        raise Invalid(words.RESHAPE_UNSOUND)
    return its


def _begun(before: Sequence[Place], on_day: date) -> Reshape:
    """The reshape, with an end for what was before. The database lets nobody keep one of them beyond it."""
    site = before[0].site
    assert site is not None
    at, now = civil_day(on_day, ZoneInfo(site.time_zone)).start, clock.now()
    if at <= now or any(each.since is not None and each.since >= at for each in before):
        raise Invalid(words.RESHAPE_UNSOUND)
    made = Reshape.objects.create(code=short_code("RP"), at=at, made_at=now)
    for each in before:
        gates.check("spaces.close_place", each.id)
        if Place.objects.filter(parent=each, active=True).exists():
            raise Refused(words.NOT_EMPTY)
        late = _last(each, at)
        if late is not None:
            raise Refused(words.TAKEN_BEYOND, {"place": each.code, "until": f"{late:%Y-%m-%d}"})
        each.until = at
        each.save(update_fields=["until"])
        ReshapedPlace.objects.create(reshape=made, place=each, comes=False)
    return made


def _last(place: Place, at: datetime) -> datetime | None:
    """Until when somebody has it beyond the day; None where nobody does."""
    ends = [o.period.end for o in Occupancy.objects.filter(place=place, period__endswith__gt=at).exclude(state="ended")]
    return max(ends, default=None)


def _come(
    made: Reshape, after: Place, kind: str, code: str, name_ko: str, name_en: str, shape: plan.Outline | None, area: Decimal | None
) -> None:
    if kind not in KINDS or not fits(kind, after.parent.kind if after.parent else None):
        raise Invalid(words.PLACE_UNFIT)
    its = Place.objects.create(
        code=code, kind=kind, parent_id=after.parent_id, site_id=after.site_id, name_ko=name_ko.strip()[:120],
        name_en=name_en.strip()[:120], outline=[list(corner) for corner in shape] if shape else None, area_m2=area,
        rentable=after.rentable, position=after.position, since=made.at,
    )
    ReshapedPlace.objects.create(reshape=made, place=its, comes=True)
    carded(its)
