"""Building the tree of places."""

from decimal import Decimal

from squaremile.core import cards
from squaremile.core.words import BAD_INPUT, CODE_TAKEN, NOT_FOUND
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.spaces import rules, words
from squaremile.spaces.models import Place
from squaremile.spaces.policies.nesting import fits


@operation(
    "spaces.add_place", ko="장소 추가", en="Add a place", may=rules.keep_places, refuses=(words.PLACE_UNFIT, NOT_FOUND),
    constraints={"spaces_place_code_key": CODE_TAKEN, "place_named": BAD_INPUT, "place_site_is_root": BAD_INPUT,
                 "place_level_of_floor": BAD_INPUT, "place_kind_known": words.PLACE_UNFIT},
)
def add_place(
    *, kind: str, name_ko: str, name_en: str, parent: str = "", code: str = "", level: int | None = None,
    outline: list[list[float]] | None = None, area_m2: Decimal | None = None, time_zone: str = "",
    rentable: bool = False, position: int = 0,
) -> Place:
    """Add a place inside another (by code). Only a site has no parent, and only a site has a time zone."""
    inside = Place.objects.filter(code=parent).first() if parent else None
    if parent and inside is None:
        raise Missing(NOT_FOUND)
    if not fits(kind, inside.kind if inside else None):
        raise Invalid(words.PLACE_UNFIT)
    made = Place.objects.create(
        code=code or short_code("PL"), kind=kind, parent=inside,
        site_id=None if inside is None else inside.site_id or inside.id,
        name_ko=name_ko, name_en=name_en, level=level, outline=outline, area_m2=area_m2, time_zone=time_zone,
        rentable=rentable, position=position,
    )
    cards.put(kind="place", subject=made.id, url=f"/space/{made.code}/", title_ko=name_ko, title_en=name_en,
              says_ko=words.KINDS[kind].ko, says_en=words.KINDS[kind].en, also=made.code)
    note(subject=made)
    return made
