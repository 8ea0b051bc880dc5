"""Building and keeping the tree of places."""

from collections.abc import Sequence
from decimal import Decimal
from zoneinfo import available_timezones

from squaremile.core import cards, gates
from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.words import Text
from squaremile.spaces import rules, words
from squaremile.spaces.models import Occupancy, Place
from squaremile.spaces.policies import plan
from squaremile.spaces.policies.nesting import fits

Corners = Sequence[Sequence[float]]
SHAPE = {"place_named": BAD_INPUT, "place_level_of_floor": BAD_INPUT}


@operation(
    "spaces.add_place", ko="장소 추가", en="Add a place", may=rules.keep_places,
    refuses=(words.PLACE_UNFIT, words.OUTLINE_UNFIT, words.OUTLINE_OUTSIDE, words.ZONE_UNKNOWN, NOT_FOUND),
    constraints={**SHAPE, "spaces_place_code_key": CODE_TAKEN, "place_code_fits": CODE_UNFIT,
                 "place_site_is_root": BAD_INPUT,
                 "place_kind_known": words.PLACE_UNFIT, "place_open_in_open": words.AROUND_CLOSED},
)
def add_place(
    *, kind: str, name_ko: str, name_en: str, parent: str = "", code: str = "", level: int | None = None,
    outline: Corners | None = None, area_m2: Decimal | None = None, time_zone: str = "",
    rentable: bool = False, position: int = 0,
) -> Place:
    """Add a place inside another (by code). Only a site has no parent, and only a site has a time zone."""
    if time_zone and time_zone not in available_timezones():
        raise Invalid(words.ZONE_UNKNOWN)
    inside = found(parent) if parent else None
    if not fits(kind, inside.kind if inside else None):
        raise Invalid(words.PLACE_UNFIT)
    made = Place.objects.create(
        code=code or short_code("PL"), kind=kind, parent=inside,
        site_id=None if inside is None else inside.site_id or inside.id,
        name_ko=name_ko.strip(), name_en=name_en.strip(), level=level,
        outline=None if outline is None else _sound(outline, inside), area_m2=area_m2, time_zone=time_zone,
        rentable=rentable, position=position,
    )
    _card(made)
    note(subject=made)
    return made


@operation(
    "spaces.edit_place", ko="장소 고치기", en="Edit a place", may=rules.keep_places,
    refuses=(words.OUTLINE_UNFIT, words.OUTLINE_OUTSIDE, words.IN_USE, NOT_FOUND), constraints=SHAPE,
)
def edit_place(
    *, place: str, name_ko: str | None = None, name_en: str | None = None, outline: Corners | None = None,
    area_m2: Decimal | None = None, rentable: bool | None = None, position: int | None = None,
    level: int | None = None, without_outline: bool = False, without_area: bool = False,
) -> Place:
    """Change what is given, and leave the rest. A place that is taken stays for renting until it is free."""
    kept = found(place)
    if without_outline:
        kept.outline = None
    if without_area:
        kept.area_m2 = None
    if outline is not None:
        kept.outline = sound = _sound(outline, kept.parent)
        for child in Place.objects.filter(parent=kept, active=True).exclude(outline=None):
            if not plan.lies_in(plan.outline(child.outline or ()), plan.outline(sound)):
                raise Invalid(words.OUTLINE_OUTSIDE, {"around": _name(kept)})
    given = {"name_ko": name_ko, "name_en": name_en, "area_m2": area_m2, "rentable": rentable, "position": position,
             "level": level}
    changed = {name: v.strip() if isinstance(v, str) else v for name, v in given.items() if v is not None}
    for field, value in changed.items():
        setattr(kept, field, value)
    kept.save()
    # Only after the row is written: the database then makes whoever would hold it wait for us.
    if rentable is False and _taken(kept):
        raise Refused(words.IN_USE)
    _card(kept)
    drawn = outline is not None or without_outline
    note(subject=kept, changed=sorted({*changed, *(["outline"] * drawn), *(["area_m2"] * without_area)}))
    return kept


@operation(
    "spaces.close_place", ko="장소 닫기", en="Close a place", may=rules.keep_places,
    refuses=(words.IN_USE, words.CLOSED, NOT_FOUND), constraints={"place_closed_is_empty": words.NOT_EMPTY},
)
def close_place(*, place: str) -> Place:
    """Take a place out of use. What happened there stays readable; nothing can be put there any more."""
    kept = found(place)
    if not kept.active:
        raise Refused(words.CLOSED)
    gates.check("spaces.close_place", kept.id)
    kept.active = False
    kept.save(update_fields=["active"])
    if _taken(kept):
        raise Refused(words.IN_USE)
    cards.remove(kind="place", subject=kept.id)
    note(subject=kept)
    return kept


@operation(
    "spaces.reopen_place", ko="장소 다시 열기", en="Reopen a place", may=rules.keep_places,
    refuses=(words.OPEN, NOT_FOUND), constraints={"place_open_in_open": words.AROUND_CLOSED},
)
def reopen_place(*, place: str) -> Place:
    """Take a closed place into use again, as it was. What lies in it stays closed until it is reopened itself."""
    kept = found(place)
    if kept.active:
        raise Refused(words.OPEN)
    kept.active = True
    kept.save(update_fields=["active"])
    _card(kept)
    note(subject=kept)
    return kept


def found(code: str) -> Place:
    """A place by its code. Raises Missing."""
    place = Place.objects.select_related("parent").filter(code=code).first()
    if place is None:
        raise Missing(NOT_FOUND)
    return place


def _taken(place: Place) -> bool:
    """Is it held or occupied, now or later?"""
    return Occupancy.objects.filter(place=place, period__endswith__gt=clock.now()).exclude(state="ended").exists()


def _sound(corners: Corners, around: Place | None) -> list[list[float]]:
    """The outline as it is stored. It must enclose an area, and lie in the nearest drawn place around it."""
    try:
        shape = plan.outline(corners)
    except (TypeError, ValueError) as error:
        raise Invalid(words.OUTLINE_UNFIT) from error
    if not plan.is_sound(shape):
        raise Invalid(words.OUTLINE_UNFIT)
    while around is not None and around.outline is None:
        around = around.parent
    if around is not None and not plan.lies_in(shape, plan.outline(around.outline or ())):
        raise Invalid(words.OUTLINE_OUTSIDE, {"around": _name(around)})
    return [list(corner) for corner in shape]


def _name(place: Place) -> Text:
    return Text(ko=place.name_ko or place.name_en, en=place.name_en or place.name_ko)


def carded(place: Place, *, gone: bool = False) -> None:
    """Its card for the search, or none for a place that is gone."""
    if gone:
        cards.remove(kind="place", subject=place.id)
    else:
        _card(place)


def _card(place: Place) -> None:
    cards.put(
        kind="place", subject=place.id, url=f"/space/{place.code}/", title_ko=place.name_ko, title_en=place.name_en,
        says_ko=words.KINDS[place.kind].ko, says_en=words.KINDS[place.kind].en, also=place.code,
    )
