"""What companies need of space, whom to keep apart or seat nearby, and what a control area takes."""

from collections.abc import Mapping

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import AreaLimit, Company, Neighbour, SpaceNeed
from squaremile.residency.models.need import WISHES
from squaremile.residency.operations.companies import owned, seen
from squaremile.residency.policies import space_terms
from squaremile.residency.policies.space_terms import BIOSAFETY
from squaremile.residency.reads.declared_needs import declared_biosafety
from squaremile.residency.words import companies
from squaremile.residency.words import space as words
from squaremile.spaces.reads import places


@operation(
    "residency.set_space_need", ko="필요한 자리 적기", en="State the need for space", may=rules.say_needs,
    refuses=(companies.COMPANY_UNKNOWN, words.NEED_UNFIT, words.URGENCY_BY_STAFF),
    constraints={
        "space_need_sound": words.NEED_UNFIT, "residency_space_need_company_id_key": words.NEED_UNFIT,
        "space_need_urgency_by_staff": words.URGENCY_BY_STAFF,
    },
)
def set_space_need(
    *, company: str, place_counts: Mapping[str, int], growth_counts: Mapping[str, int] | None = None, biosafety: int | None = None,
    hazard_amounts: Mapping[str, int] | None = None, urgency: int | None = None,
) -> SpaceNeed:
    """How many places of which kind in all, how many more later, and what it works with. Left out, the biosafety level
    is that of its newest declaration; how urgent it is, the staff say.
    """
    whose = owned(company)
    now, later = space_terms.counts(place_counts), space_terms.counts(growth_counts or {})
    kept = space_terms.amounts(hazard_amounts or {})
    level = biosafety if biosafety is not None else declared_biosafety(whose.id) or 1
    if now is None or later is None or kept is None or not 1 <= level <= 4 or not 1 <= (urgency or 5) <= 9:
        raise Invalid(words.NEED_UNFIT)
    if urgency is not None and not rules.allocate(require()):
        raise Refused(words.URGENCY_BY_STAFF)
    need = SpaceNeed.objects.select_for_update().filter(company=whose).first() or SpaceNeed(company=whose)
    need.counts, need.growth, need.biosafety, need.hazards, need.said_at = now, later, level, kept, clock.now()
    need.urgency = urgency or need.urgency
    need.save()
    note(subject=whose, organisation=whose.id, counts=now, growth=later, biosafety=level, hazards=kept)
    return need


@operation(
    "residency.set_neighbour", ko="이웃 기업 정하기", en="Say who sits beside whom", may=rules.allocate,
    refuses=(companies.COMPANY_UNKNOWN, words.NEIGHBOUR_UNFIT),
    constraints={
        "neighbour_once": words.NEIGHBOUR_UNFIT, "neighbour_in_order": words.NEIGHBOUR_UNFIT,
        "neighbour_reasoned": words.NEIGHBOUR_UNFIT,
    },
)
def set_neighbour(*, company: str, other_company: str, seating: str, reason: str) -> Company:
    """Keep two companies out of one room (apart), wish them on one floor (beside), or take back what was said (none)."""
    one, two = sorted((seen(company), seen(other_company)), key=lambda c: c.id)
    if one.id == two.id or seating not in (*WISHES, "none") or not reason.strip():
        raise Invalid(words.NEIGHBOUR_UNFIT)
    if seating == "none":
        Neighbour.objects.filter(company=one, other=two).delete()
    else:
        said = {"wish": seating, "reason": reason.strip()[:300], "said_at": clock.now()}
        Neighbour.objects.update_or_create(company=one, other=two, defaults=said)
    # No organisation: a company reads its own audit, and must not learn of this there.
    note(seating=seating, pair=[one.code, two.code])
    return one


@operation(
    "residency.set_area_limits", ko="통제구역 한도 정하기", en="Say what a control area takes", may=rules.limit_areas,
    refuses=(words.LIMIT_UNFIT, NOT_FOUND),
    constraints={"area_limit_hazard_known": words.LIMIT_UNFIT, "area_limit_once": words.LIMIT_UNFIT},
)
def set_area_limits(*, place: str, area_limits: Mapping[str, int]) -> list[AreaLimit]:
    """The most of each class that allocation may put into a control area, or the biosafety level of a room or area."""
    where, said = places.find(place), space_terms.limits(area_limits)
    fits = where.kind == "control_area" or (set(area_limits) <= {BIOSAFETY} and where.kind in ("room", "suite"))
    if not said or not fits:
        raise Invalid(words.LIMIT_UNFIT)
    made = [
        AreaLimit.objects.update_or_create(
            place_id=where.id, hazard=hazard, defaults={"most": most, "said_at": clock.now()}
        )[0] for hazard, most in said.items()
    ]
    note(place=where.code, limits=said)
    return made
