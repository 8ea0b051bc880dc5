"""A company from abroad that has samples measured on Saturdays, and the university core that bills it in dollars."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from squaremile.billing import operations as billing
from squaremile.booking import operations as booking
from squaremile.cli.demo.bookings import handed_over
from squaremile.cli.demo.money import cards
from squaremile.cli.demo.money.setting import Setting
from squaremile.core import operations as core
from squaremile.kernel import clock

ISSUER, COMPANY, PROJECT = "CORE", "TIDEWATER", "PJ-TIDEWATER-1"
DOMAIN = "tidewater.example"
PEOPLE = (("grace.holt", "그레이스 홀트", "Grace Holt", "company_admin"), ("samuel.reyes", "새뮤얼 레예스", "Samuel Reyes", "scientist"))
INSTRUMENTS = ("CF-1", "TEM")
"""Nobody else comes to them on a Saturday."""


@dataclass(frozen=True, slots=True)
class Entered:
    """The company, and its account."""

    organisation: UUID
    account: str


def entered(setting: Setting) -> Entered:
    """The company, its two people, and what was measured for it, each month told as the next one begins."""
    with clock.as_of(setting.at(setting.first - timedelta(days=20))):
        whose = core.add_organisation(code=COMPANY, name_ko="타이드워터 셀 사이언스", name_en="Tidewater Cell Sciences", kind="company").id
        core.add_project(
            organisation=whose, code=PROJECT, name_ko="동결 세포 영상", name_en="Imaging of frozen cells", reference=f"DEMO-{COMPANY}-1"
        )
        ids = {}
        for local, name_ko, name_en, role in PEOPLE:
            ids[role] = core.add_person(email=f"{local}@{DOMAIN}", name_ko=name_ko, name_en=name_en, language="en").id
            core.grant_role(
                person=ids[role], role=role, organisation=whose, start=setting.now - timedelta(days=365), end=setting.now + timedelta(days=365)
            )
    day, count = setting.first, 0
    while day < setting.today:
        if day.weekday() == 5:
            start = setting.at(day, 10)
            with clock.as_of(min(handed_over(start), setting.now)):
                booking.record_reservations(rows=[booking.Kept(
                    equipment=INSTRUMENTS[count % 2], start=start, end=start + timedelta(hours=3), person=ids["scientist"],
                    organisation=COMPANY, booked_at=start - timedelta(days=6), project=PROJECT, state="done", purpose="Frozen cells, shipped",
                    assisted=True, used=(start + timedelta(minutes=4), start + timedelta(hours=2, minutes=40)),
                )])  # fmt: skip
            count += 1
        day += timedelta(days=1)
    return Entered(whose, _billed(setting, whose))


def _billed(setting: Setting, whose: UUID) -> str:
    """Its owner of the instruments as an issuer of its own, and the account there, which is the company's only one."""
    with clock.as_of(setting.at(setting.first)):
        billing.add_issuer(
            code=ISSUER, name_ko="전북 대학 공동실험실습관", name_en="University core facility", registration="402-83-00010",
            representative="공동실험실습관장", postal_address="전북특별자치도 전주시", contact="core@university.example",
            pay_to="Jeonbuk Bank 000-00-000001 (USD)", currency="USD", pay_days=30,
        )
        billing.publish_rate_card(card_body=cards.core(setting.first))
        return billing.open_account(
            organisation=whose, issuer=ISSUER, rate_card=cards.CORE_CARD, contact=f"grace.holt@{DOMAIN}", purchase_order="PO-7714"
        ).code
