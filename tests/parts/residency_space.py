"""For the tests of the whole product: needs for space, plans, requests and moves. A rival's are its own and the staff's."""

from datetime import date, timedelta
from typing import Any

from squaremile.core import operations as core
from squaremile.core import outbox
from squaremile.kernel.period import Period
from squaremile.residency import operations as residency
from squaremile.residency.models import Company, Licence, LicencePlace
from squaremile.spaces import operations as spaces
from tests.world import MONDAY

API = "squaremile.api.v1.residency.space"
JUNE = date(2027, 6, 1)
NOUNS = {"space-plans": ("space plan",), "space-requests": ("space request",), "moves": ("move",)}
HERS = {"company": "company record", "space_plan": "space plan", "space_request": "space request", "move": "move"}
SOUND: dict[str, Any] = {
    "area_limits": {"flammable": 5}, "by_day": JUNE, "granted": True, "on_day": JUNE, "other_company": "CO-NOBODYKN",
    "place_counts": {"bench": 1}, "reason": "경쟁", "seating": "apart", "says": "왜", "site": "JB", "space_wish": "more",
    "place": "JB-A2-1", "takes": ["R202-E9"], "price_version": "PV-NOBODYKN", "permitted_use": "배양",
    "until": MONDAY + timedelta(days=9), "end": MONDAY + timedelta(days=600),
}  # fmt: skip
LEFT_OUT = ("biosafety", "growth_counts", "hazard_amounts", "leaves", "newcomer", "people_a_place", "pins", "seconds", "urgency")
OWN: dict[str, dict[str, Any]] = {
    "residency.set_neighbour": {"other_company": "third record"}, "residency.ask_for_space": {"company": "asking record"},
    "residency.plan_move": {"company": "moving record"}, "residency.cancel_move": {"move": "second move"},
    "residency.merge_own_places": {
        "company": "fourth record", "merged": ["R202-G1", "R202-G2"], "on_day": MONDAY.date() + timedelta(days=90), "kind": "bay", "name_ko": "베이",
    },
    "residency.set_people_terms": {"company": "moving record"},
    "residency.accept_space_plan": {"price_version": "price list"},
}  # fmt: skip
FORM = {"n_bench": "3", "on_day": "2027-06-01", "says": "왜", "granted": "yes", "space_wish": "more", "by_day": "2027-06-01",
        "seating": "apart", "takes": "R202-E9", "place": "JB-A2-1", "merged": "R202-G1 R202-G2"}  # fmt: skip
TEXTS = {"space request": "새봄이 세포주 은행을 늘립니다"}


def _desk(world, code: str) -> None:
    with world.as_("director"):
        spaces.add_place(kind="desk", code=code, parent="R202", name_ko="책상", name_en="Desk", rentable=True)


def _licensed(organisation: str, *desks: str) -> None:
    """A licence from before squaremile came."""
    term = Period(MONDAY - timedelta(days=9), MONDAY + timedelta(days=700))
    whose = Company.objects.get(organisation__code=organisation)
    licence = Licence.objects.create(code=f"LI-{organisation}", company=whose, period=term, state="in_force", created_at=MONDAY)
    for desk in desks:
        held = spaces.hold(place=desk, organisation=organisation, start=term.start, end=term.end)
        spaces.occupy(occupancy=held.code)
        LicencePlace.objects.create(licence=licence, place_id=held.place_id, occupancy_id=held.id, period=term)


def week(world, codes, keys):
    """The rival says what it needs, asks for more, and will move; a plan names it."""

    company = codes["company record"]
    for desk in ("R202-F1", "R202-F2", "R202-E5", "R202-E6", "R202-E7", "R202-E8", "R202-E9", "R202-G1", "R202-G2"):
        _desk(world, desk)
    with world.as_("sujin"):
        residency.set_space_need(company=company, place_counts={"desk": 4})
        codes["space request"] = residency.ask_for_space(
            company=company, space_wish="more", place_counts={"desk": 5}, by_day=JUNE, says=TEXTS["space request"]
        ).code
    with world.as_("programme"):
        _licensed("SAEBOM", "R202-E5")
        codes["move"] = residency.plan_move(company=company, on_day=MONDAY.date(), leaves=["R202-E5"], takes=["R202-E6"]).code
        for name, key in (
            ("SPFIVE", "asking record"), ("SPSIX", "moving record"), ("SPSEVEN", "third record"), ("SPEIGHT", "fourth record"),
        ):
            core.add_organisation(code=name, name_ko=f"{name} 바이오", name_en=f"{name} Bio")
            codes[key] = residency.open_record(organisation=name).code
        _licensed("SPSIX", "R202-E8")
        _licensed("SPSEVEN", "R202-F1")
        _licensed("SPEIGHT", "R202-G1", "R202-G2")
        codes["second move"] = residency.plan_move(company=codes["third record"], on_day=JUNE, takes=["R202-F2"]).code
        codes["space plan"] = residency.ask_space_plan(site="JB", on_day=JUNE, seconds=1).code
    while outbox.deliver():
        pass


def furnish(world):
    """A need, a request, a plan that is drawn and a move ahead."""
    from squaremile.residency.reads import companies

    with world.as_("programme"):
        first = companies.companies(states=("resident",))[0].code
        residency.set_space_need(company=first, place_counts={"bench": 1})
        residency.ask_for_space(company=first, space_wish="more", place_counts={"bench": 2}, by_day=JUNE, says="인원이 늘었습니다")
        residency.ask_space_plan(site="JB", on_day=JUNE, seconds=1)
    while outbox.deliver():
        pass
