"""A company in residence under a licence that was made here."""

from datetime import date, datetime, timedelta

from squaremile.kernel import clock
from squaremile.residency import operations as residency

DAY = timedelta(days=1)


def offered(world, company: str, spot: str, start: datetime, end: datetime, until: datetime, **more) -> str:
    """A licence of one bench."""
    with world.as_("programme"):
        prices = residency.publish_prices(name_ko="가격표", name_en="", valid_from=date(2027, 1, 1), bench=1).code
        return residency.make_offer(
            company=company, spots=[spot], start=start, end=end, until=until,
            **{"price_version": prices, "permitted_use": "배양", "most_people": 2, "notice_months": 0, **more},
        ).code  # fmt: skip


def signed_by_both(world, code: str, admin: str) -> None:
    """And insured."""
    for who in (admin, "programme"):
        with world.as_(who):
            residency.sign_licence(licence=code, signed_name=who)
    with world.as_("programme"):
        residency.record_insurance(licence=code, insurer="보험", policy_number="1", expires_on=date(2029, 1, 1))


def licensed(world, company: str, spot: str, admin: str, end: datetime, **more) -> str:
    """Offered, signed and begun now."""
    now = clock.now()
    code = offered(world, company, spot, now, end, now + DAY, **more)
    with world.as_(admin):
        residency.answer_offer(licence=code, accept=True)
    signed_by_both(world, code, admin)
    with world.as_("programme"):
        residency.start_licence(licence=code)
    return code
