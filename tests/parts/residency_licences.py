"""For the tests of the whole product: prices, offers and licences."""

from datetime import date, timedelta
from typing import Any

from squaremile.residency import operations as residency
from squaremile.residency.models import Company
from squaremile.spaces import operations as spaces
from tests.world import MONDAY

API = "squaremile.api.v1.residency.licences"
DAY = timedelta(days=1)
NOUNS = {"licences": ("licence",)}
HERS = {"licence": "licence"}
SAID = {"price_version": "price list"}
SOUND: dict[str, Any] = {
    "accept": True, "amount": 5, "bench": 500_000, "end": MONDAY + 300 * DAY, "expires_on": date(2028, 3, 1), "insurer": "보험",
    "most_people": 2, "name_en": "List", "name_ko": "가격표", "paid_on": date(2027, 3, 1), "permitted_use": "배양",
    "policy_number": "A-1", "price_version": "PV-NOBODYKN", "reason": "끝", "signed_name": "도둑", "spots": ["R201-B1"],
    "start": MONDAY + DAY, "until": MONDAY + 9 * DAY, "valid_from": date(2027, 1, 1),
}  # fmt: skip
LEFT_OUT = ("bay", "covenants", "currency", "deposit", "desk", "notice_months", "room", "shelf", "suite")
OWN: dict[str, dict[str, Any]] = {}
FORM = {"signed_name": "도둑", "accept": "yes", "insurer": "보험", "policy_number": "1", "expires_on": "2028-03-01", "amount": "5",
        "paid_on": "2027-03-01", "reason": "끝"}  # fmt: skip
TEXTS = {"permitted use": "새봄만 아는 세포주 배양", "covenant": "새봄은 분기마다 보고한다"}


def _offered(world, company: str, **more: Any) -> str:
    listed = residency.publish_prices(name_ko="2027 가격표", name_en="Prices 2027", valid_from=date(2027, 1, 1), desk=100_000)
    spaces_of = f"R201-D-{company[:2]}"
    with world.as_("director"):
        spaces.add_place(
            kind="desk", code=spaces_of, parent="R202", name_ko="책상", name_en="Desk", rentable=True
        )
    return residency.make_offer(
        company=Company.objects.get(organisation__code=company).code, spots=[spaces_of], start=MONDAY - DAY, end=MONDAY + 365 * DAY,
        until=MONDAY + 200 * DAY, price_version=listed.code, most_people=2, **more,
    ).code  # fmt: skip


def in_force(world, company: str, admin: str, **more: Any) -> str:
    """A licence of a company that has a record, signed and begun, on a desk of its own."""
    with world.as_("programme"):
        code = _offered(world, company, **more)
    with world.as_(admin):
        residency.answer_offer(licence=code, accept=True)
        residency.sign_licence(licence=code, signed_name=admin)
    with world.as_("programme"):
        residency.sign_licence(licence=code, signed_name="연프로")
        residency.record_insurance(licence=code, insurer="한국보험", policy_number="A-1", expires_on=date(2029, 3, 1))
        residency.start_licence(licence=code)
    return code


def week(world, codes, keys):
    """The rival's licence, signed and begun."""
    said = {"permitted_use": TEXTS["permitted use"], "covenants": [TEXTS["covenant"]]}
    codes["licence"] = in_force(world, "SAEBOM", "sujin", **said)


def furnish(world):
    """A licence of each company."""
    in_force(world, "HANBIT", "hajin", permitted_use="세포 배양")
