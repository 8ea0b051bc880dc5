"""For the tests of the whole product: prices, offers and licences."""

from datetime import date, timedelta
from typing import Any

from squaremile.residency import operations as residency
from squaremile.residency.models import Company
from squaremile.spaces import operations as spaces
from tests.world import MONDAY

API = "squaremile.api.v1.residency.licences"
DAY = timedelta(days=1)
OPEN = ("price list",)
"""What a place costs is for everybody to read."""
NOUNS = {"licences": ("licence", "offered licence"), "amendments": ("amendment",)}
SAID = {"number": ("1",)}
BEGINNINGS = {"public/verify/": ("licence",)}
HERS = {"amendment": "amendment", "company": "company record", "licence": "licence"}
SOUND: dict[str, Any] = {
    "accept": True, "adds": ["R202-D5"], "effective_on": date(2027, 4, 1), "last_day": date(2027, 9, 1),
    "amount": 5, "bench": 500_000, "end": MONDAY + 300 * DAY, "expires_on": date(2028, 3, 1), "insurer": "보험",
    "most_people": 2, "name_en": "List", "name_ko": "가격표", "paid_on": date(2027, 3, 1), "permitted_use": "배양",
    "policy_number": "A-1", "price_version": "PV-NOBODYKN", "reason": "끝", "signed_name": "도둑", "spots": ["R201-B1"],
    "start": MONDAY + DAY, "until": MONDAY + 9 * DAY, "valid_from": date(2027, 1, 1),
}  # fmt: skip
LEFT_OUT = ("gives_up", "bay", "covenants", "currency", "deposit", "desk", "notice_months", "room", "shelf", "sign_by", "suite")
OWN: dict[str, dict[str, Any]] = {
    "residency.make_offer": {"price_version": "price list", "spots": ["R202-D5"]},
    "residency.publish_prices": {"bench": 500_000},
    "residency.propose_amendment": {"licence": "licence", "price_version": "price list", "last_day": None},
    "residency.extend_offer": {"licence": "offered licence", "until": MONDAY + 250 * DAY},
    "residency.give_licence_notice": {"licence": "licence"},
    "residency.answer_offer": {"licence": "offered licence"}, "residency.withdraw_offer": {"licence": "offered licence"},
    "residency.sign_licence": {"licence": "accepted licence"}, "residency.start_licence": {"licence": "signed licence"},
    "residency.void_licence": {"licence": "signed licence"},
}  # fmt: skip
FORM = {"signed_name": "도둑", "accept": "yes", "insurer": "보험", "policy_number": "1", "expires_on": "2028-03-01", "amount": "5",
        "paid_on": "2027-03-01", "reason": "끝", "last_day": "2027-09-01", "effective_on": "2027-04-01"}  # fmt: skip
TEXTS = {"amendment reason": "새봄 배양기 증설", "permitted use": "새봄만 아는 세포주 배양", "covenant": "새봄은 분기마다 보고한다"}


def _desk(world, code: str) -> str:
    with world.as_("director"):
        return spaces.add_place(
            kind="desk", code=code, parent="R202", name_ko="책상", name_en="Desk", rentable=True
        ).code


def _listed() -> str:
    return residency.publish_prices(
        name_ko="2027 가격표", name_en="Prices 2027", valid_from=date(2027, 1, 1), desk=100_000, bench=500_000
    ).code


def _offered(world, company: str, desk: str, **more: Any) -> str:
    spot = _desk(world, desk)
    with world.as_("programme"):
        return residency.make_offer(
            company=Company.objects.get(organisation__code=company).code, spots=[spot], start=MONDAY - DAY, end=MONDAY + 365 * DAY,
            until=MONDAY + 200 * DAY, price_version=_listed(), most_people=2, **more,
        ).code


def _accepted(world, company: str, desk: str, admin: str, **more: Any) -> str:
    code = _offered(world, company, desk, **more)
    with world.as_(admin):
        residency.answer_offer(licence=code, accept=True)
    return code


def _signed(world, company: str, desk: str, admin: str, **more: Any) -> str:
    code = _accepted(world, company, desk, admin, **more)
    for who in (admin, "programme"):
        with world.as_(who):
            residency.sign_licence(licence=code, signed_name=who)
    with world.as_("programme"):
        residency.record_insurance(licence=code, insurer="한국보험", policy_number="A-1", expires_on=date(2029, 3, 1))
    return code


def in_force(world, company: str, desk: str, admin: str, **more: Any) -> str:
    """A licence of a company that has a record, signed and begun, on a desk of its own."""
    code = _signed(world, company, desk, admin, **more)
    with world.as_("programme"):
        residency.start_licence(licence=code)
    return code


def week(world, codes, keys):
    """The rival's licences: one begun, one signed, one accepted, one offered."""
    said = {"permitted_use": TEXTS["permitted use"], "covenants": [TEXTS["covenant"]]}
    codes["licence"] = in_force(world, "SAEBOM", "R202-D1", "sujin", **said)
    codes["signed licence"] = _signed(world, "SAEBOM", "R202-D2", "sujin", **said)
    codes["accepted licence"] = _accepted(world, "SAEBOM", "R202-D3", "sujin", **said)
    codes["offered licence"] = _offered(world, "SAEBOM", "R202-D4", **said)
    _desk(world, "R202-D5")
    changed = in_force(world, "SAEBOM", "R202-D6", "sujin", **said)
    with world.as_("programme"):
        codes["amendment"] = residency.propose_amendment(
            licence=changed, reason=TEXTS["amendment reason"], effective_on=date(2027, 6, 1), most_people=4
        ).code
    with world.as_("programme"):
        codes["price list"] = _listed()


def furnish(world):
    """A licence that is in force, and an offer that waits."""
    in_force(world, "HANBIT", "R202-D1", "hajin", permitted_use="세포 배양")
    _offered(world, "HANBIT", "R202-D2", permitted_use="사무")
