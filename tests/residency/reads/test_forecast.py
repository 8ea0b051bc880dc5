"""The forecast as it is read: stays from licences, places from occupancies, prices, and conversions."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid
from squaremile.kernel.ids import short_code
from squaremile.kernel.period import Period
from squaremile.residency import operations as residency
from squaremile.residency.models import Application, Call, Company, Licence
from squaremile.residency.reads.forecast import outlook
from squaremile.residency.reads.stays import stays
from squaremile.spaces import operations as spaces
from tests.parts.residency_licences import in_force
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def hanbit(world):
    with world.as_("programme"):
        return residency.open_record(organisation="HANBIT").id


def licence(company, start, days, state="ended"):
    made = Licence.objects.create(
        code=short_code("LC"), company_id=company, period=Period(start, start + days * DAY), state="in_force", created_at=MONDAY
    )
    if state == "ended":
        made.state = "ended"
        made.save(update_fields=["state"])
    return made


def moved_in(world, place, days):
    with world.as_("director"):
        held = spaces.hold(place=place, organisation="HANBIT", start=MONDAY - DAY, end=MONDAY + days * DAY)
        spaces.occupy(occupancy=held.code)


def test_a_renewal_is_no_departure_and_a_late_record_sees_no_earlier_end(world, hanbit):
    with world.as_("programme"):
        licence(hanbit, MONDAY - 1000 * DAY, 300)
        licence(hanbit, MONDAY - 690 * DAY, 100)
        licence(hanbit, MONDAY - 200 * DAY, 400, state="in_force")
        assert [((s.end or MONDAY) - s.start).days for s in stays().lived] == [410, 200]
        assert stays().counted(MONDAY) == []
        residency.begin_record(whole_from=(MONDAY - 900 * DAY).date())
        told = sorted((s.lasted, s.ended, s.entered) for s in stays().counted(MONDAY))
        assert told == [(200, False, 0), (410, True, 100)]


def test_places_prices_and_what_is_written(world, hanbit):
    moved_in(world, "R201-B1", 100)
    with world.as_("programme"):
        residency.set_forecast_price(place_kind="bench", from_on=date(2027, 1, 1), monthly=Decimal(900_000))
        residency.set_forecast_price(place_kind="bench", from_on=date(2027, 2, 1), monthly=Decimal(1_000_000))
        residency.set_forecast_price(place_kind="bench", from_on=date(2028, 1, 1), monthly=Decimal(9))
        found = outlook()
        assert (found.rentable, found.held_now, found.currency) == (2, 1, "KRW")
        assert [m.on for m in found.months][:2] == [date(2027, 4, 1), date(2027, 5, 1)]
        assert [m.month.written for m in found.months][:4] == [1, 1, 1, 0]
        assert [(p.place_kind, p.monthly) for p in found.prices] == [("bench", 1_000_000)]
        assert found.length.too_few is not None
        assert found.months[0].month.money.high == 1_000_000
        assert (found.holds.share.part, found.holds.share.whole) == (1, 1)


def test_whoever_gave_notice_leaves_on_that_day(world, hanbit):
    moved_in(world, "R201-B1", 100)
    with world.as_("programme"):
        code = Company.objects.get(id=hanbit).code
        (april, *_), unknown = outlook().months, outlook().months[0].month
        assert (april.places.expected, april.places.outer_low, unknown.beyond) == (1, 0, 1), "nobody has ever left: nothing is known"
        residency.set_people_terms(company=code, seats=9, notice_months=1)
        residency.notify_exit(company=code, last_day=date(2027, 4, 20))
        april, may = (row.places for row in outlook().months[:2])
        assert [(m.expected, m.outer_low, m.outer_high) for m in (april, may)] == [(1, 1, 1), (0, 0, 0)]
        assert [m.month.written for m in outlook().months[:2]] == [1, 0]


def test_an_extension_or_a_move_is_no_second_bench(world, hanbit):
    code = in_force(world, "HANBIT", "R202-D1", "hajin", permitted_use="배양")
    spaces_free(world, "R202-D2")
    with world.as_("programme"):
        longer = residency.propose_amendment(licence=code, reason="연장", effective_on=MONDAY.date(), last_day=date(2029, 1, 31)).code
        found = outlook()
        assert (found.held_now, found.holds.open, {m.places.expected for m in found.months}) == (1, 0, {1})
        residency.withdraw_amendment(amendment=longer)
        company = Company.objects.get(id=hanbit).code
        residency.plan_move(company=company, on_day=date(2027, 4, 20), leaves=["R202-D1"], takes=["R202-D2"])
        found = outlook()
        assert (found.held_now, found.holds.open, {m.places.expected for m in found.months}) == (1, 0, {1})
    with world.as_("hajin"):
        residency.give_licence_notice(licence=code, last_day=date(2027, 5, 1), reason="나감")
    with world.as_("programme"):
        assert [m.places.expected for m in outlook().months[:3]] == [1, 1, 0]


def spaces_free(world, code):
    with world.as_("director"):
        spaces.add_place(kind="desk", code=code, parent="R202", name_ko="책상", name_en="Desk", rentable=True)


def test_lengths_are_told_when_enough_have_ended(world, hanbit):
    with world.as_("programme"):
        for number in range(6):
            core_company(number, MONDAY - 900 * DAY, 100 * (number + 1))
        residency.begin_record(whole_from=date(2020, 1, 1))
        length = outlook().length
        assert length.too_few is None
        assert (length.median.value, length.curve.ended) == (300, 6)


def test_the_wait_list_and_offers_convert_by_what_was_decided(world, hanbit):
    with world.as_("programme"):
        for number, ends in enumerate((*["accepted"] * 3, "declined", "")):
            call = Call.objects.create(
                code=f"CALL-{number}", kind="rolling", state="draft", title_ko="모집", opens_at=MONDAY, created_at=MONDAY
            )
            Call.objects.filter(id=call.id).update(state="open")
            apply(call, hanbit, ends)
        offered = [
            Licence.objects.create(code=short_code("LC"), company_id=hanbit, period=Period(MONDAY, MONDAY + DAY), state="draft",
                                   created_at=MONDAY) for _ in range(3)
        ]  # fmt: skip
        for each, ends in zip(offered, ("signed", "lapsed", ""), strict=True):
            for state in ("offered", *filter(None, [ends])):
                each.state = state
                each.save(update_fields=["state"])
        found = outlook()
        assert (found.wait_list.share.part, found.wait_list.share.whole, found.wait_list.open) == (3, 4, 1)
        assert (round(found.wait_list.share.low, 4), round(found.wait_list.share.high, 4)) == (0.3006, 0.9544)
        assert "4" in found.wait_list.note.en
        assert (found.offers.share.part, found.offers.share.whole, found.offers.open) == (1, 2, 1)


def test_what_is_refused(world):
    with world.as_("programme"):
        for act, code in (
            (lambda: residency.set_forecast_price(place_kind="castle", from_on=date(2027, 1, 1), monthly=Decimal(1)),
             "residency.place_kind_unknown"),
            (lambda: residency.set_forecast_price(place_kind="bench", from_on=date(2027, 1, 1), monthly=Decimal(-1)),
             "residency.price_unfit"),
            (lambda: residency.begin_record(whole_from=date(2028, 1, 1)), "residency.record_ahead"),
        ):  # fmt: skip
            with pytest.raises(Invalid) as refused:
                act()
            assert refused.value.code == code
    with world.as_("hajin"), pytest.raises(Forbidden):
        residency.set_forecast_price(place_kind="bench", from_on=date(2027, 1, 1), monthly=Decimal(1))


def test_it_costs_the_same_for_one_and_three(world, hanbit):
    costs = []
    with world.as_("programme"):
        for number in range(3):
            core_company(number, MONDAY - 900 * DAY, 100)
            if number in (0, 2):
                with CaptureQueriesContext(connection) as asked:
                    outlook()
                costs.append(len(asked))
    assert costs[0] == costs[1] <= 20


def core_company(number, start, days):
    from squaremile.core import operations as core

    core.add_organisation(code=f"X{number}", name_ko=f"X{number}", name_en=f"X{number}")
    made = Company.objects.get(code=residency.open_record(organisation=f"X{number}").code)
    licence(made.id, start, days)


def apply(call, company, ends):
    made = Application.objects.create(code=short_code("AP"), call=call, company_id=company, state="draft", created_at=MONDAY)
    made.submitted_at = MONDAY
    for state in ("submitted", "screening", "review", "wait_listed", *filter(None, [ends])):
        made.state = state
        made.save(update_fields=["state", "submitted_at"])
