"""Terms: the first, renewals by hand and by the clause, notice in time and too late, and who hears of it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from squaremile.core.models import Notice
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import Agreement, AgreementParty
from squaremile.network.policies.agreements import renews_to
from squaremile.network.reads import agreement as agreements
from squaremile.network.reads.agreement_renewals import terms
from squaremile.network.tasks.agreements import remind_to_renew, renew
from tests.network.agreements.making import draft, signed
from tests.network.needs.asking import code_of
from tests.world import MONDAY

pytestmark = pytest.mark.usefixtures("at_monday")
END = date(2027, 4, 30)


def self_renewing(world, **more):
    made = signed(world, **({"ends_on": END, "notice_days": 30, "auto_renews": True, "renews_months": 6} | more))
    return network.advance_agreement(agreement=made.code, step="effective", happened_on=date(2027, 2, 1))


def on(day):
    return clock.as_of(MONDAY + (day - MONDAY.date()))


def run(day):
    with on(day), scope(system("worker")):
        renew()


def told(code):
    return [(t.number, t.starts_on, t.ends_on, t.by_clause) for t in reversed(terms(code))]


def test_it_renews_itself_the_day_after_its_end_once(world):
    with world.as_("programme"):
        code = self_renewing(world).code
    run(END)
    with world.as_("programme"):
        assert Agreement.objects.get(code=code).ends_on == END
    for _again in range(3):
        run(END + timedelta(days=1))
    with world.as_("programme"):
        # In force since the day that its papers say; the last of a month stays the last of a month
        assert told(code) == [(1, date(2027, 2, 1), END, False), (2, date(2027, 5, 1), date(2027, 10, 31), True)]
        page = agreements.page(code)
        assert (page.state, page.ends_on, page.steps[0].happened_on) == ("renewed", date(2027, 10, 31), date(2027, 5, 1))
    with scope(system("worker")):
        heard = Notice.objects.filter(kind="network.agreement_renewed").values_list("recipient_id", flat=True)
        assert {world.people["programme"], world.people["sujin"]} == set(heard)


def test_a_worker_that_slept_for_years_makes_every_term(world):
    with world.as_("programme"):
        code = self_renewing(world, renews_months=12).code
    run(date(2029, 6, 1))
    with world.as_("programme"):
        assert [t[2] for t in told(code)] == [END, date(2028, 4, 30), date(2029, 4, 30), date(2030, 4, 30)]


def test_notice_in_time_keeps_it_from_renewing(world):
    with world.as_("programme"):
        code = self_renewing(world).code
        party = AgreementParty.objects.filter(agreement__code=code).first().code
        assert code_of(network.give_notice, agreement="NO", party=party) == "network.agreement_unknown"
        assert code_of(network.give_notice, agreement=code, party="NO") == "network.not_a_party"
        late = END - timedelta(days=29)
        assert code_of(network.give_notice, agreement=code, party=party, given_on=late) == "network.day_too_late"
        with on(late):
            assert code_of(network.give_notice, agreement=code, party=party) == "network.notice_late"
        network.give_notice(agreement=code, party=party)
        assert code_of(network.give_notice, agreement=code, party=party) == "network.notice_given"
        unsigned = draft(world)
        its = AgreementParty.objects.filter(agreement=unsigned).first().code
        assert code_of(network.give_notice, agreement=unsigned.code, party=its) == "network.agreement_step"
    run(END + timedelta(days=1))
    with world.as_("programme"):
        assert (Agreement.objects.get(code=code).state, len(terms(code))) == ("effective", 1)
    with world.as_("sujin"):
        assert code_of(network.give_notice, agreement=code, party=party) == "access.not_allowed"


def test_one_that_does_not_renew_itself_is_left_alone(world):
    with world.as_("programme"):
        code = self_renewing(world, auto_renews=False).code
    run(END + timedelta(days=1))
    with world.as_("programme"):
        assert len(terms(code)) == 1


def test_a_clause_whose_months_nobody_recorded_is_left_to_its_officer(world):
    """As agreements were kept before the months were asked for."""
    with world.as_("programme"):
        code = self_renewing(world).code
        Agreement.objects.filter(code=code).update(renews_months=None)
    run(END + timedelta(days=400))
    with world.as_("programme"):
        assert (Agreement.objects.get(code=code).ends_on, len(terms(code))) == (END, 1)
    for day, notices in ((END - timedelta(days=31), 0), (END - timedelta(days=30), 1), (END + timedelta(days=1), 1)):
        with on(day), scope(system("worker")):
            remind_to_renew()
            heard = Notice.objects.filter(kind="network.agreement_to_renew")
            assert [n.recipient_id for n in heard] == [world.people["programme"]] * notices
    with world.as_("programme"):
        network.renew_agreement(agreement=code, ends_on=date(2030, 1, 31))
    with on(END + timedelta(days=1)), scope(system("worker")):
        remind_to_renew()
        assert Notice.objects.filter(kind="network.agreement_to_renew").count() == 1


def test_what_renews_itself_says_by_how_many_months(world):
    with world.as_("programme"):
        assert code_of(draft, world=world, auto_renews=True) == "network.renewal_unstated"
        made = draft(world)
        again = {"agreement": made.code, "agreement_type": "MOU", "binding": True, "title_ko": "x", "ends_on": END}
        assert code_of(network.edit_agreement, **again, auto_renews=True) == "network.renewal_unstated"
        assert network.edit_agreement(**again, auto_renews=True, renews_months=24).renews_months == 24


def test_renewing_by_hand_writes_a_term_too(world):
    with world.as_("programme"):
        code = self_renewing(world).code
        network.renew_agreement(agreement=code, ends_on=date(2028, 1, 31))
        network.renew_agreement(agreement=code, ends_on=date(2028, 2, 29))
        assert told(code)[1:] == [
            (2, date(2027, 5, 1), date(2028, 1, 31), False), (3, date(2028, 2, 1), date(2028, 2, 29), False)]
        assert code_of(draft, world=world, exclusive=True) == "network.only_licences_exclusive"
        assert code_of(draft, world=world, auto_renews=True, renews_months=12, ends_on=None, notice_days=None) == "network.term_unsound"


def test_terms_are_seen_as_their_agreement_and_stay(world):
    with world.as_("programme"):
        code = self_renewing(world).code
    for who, seen in (("sujin", 1), ("auditor", 1), ("hana", 0)):
        with world.as_(who):
            assert len(terms(code)) == seen
    with world.as_("programme"), pytest.raises((ProgrammingError, IntegrityError)), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE network_agreement_term SET ends_on = ends_on + 1")


@pytest.mark.parametrize(("end", "months", "then"), [
    (date(2027, 4, 30), 6, date(2027, 10, 31)), (date(2028, 2, 29), 12, date(2029, 2, 28)),
    (date(2027, 2, 28), 12, date(2028, 2, 29)), (date(2027, 1, 15), 1, date(2027, 2, 15)), (date(2027, 12, 31), 12, date(2028, 12, 31)),
])
def test_the_next_last_day(end, months, then):
    assert renews_to(end, months) == then


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 120))
def test_a_renewal_always_ends_later_and_keeps_the_end_of_a_month(end, months):
    then = renews_to(end, months)
    assert then > end
    if (end + timedelta(days=1)).day == 1:
        assert (then + timedelta(days=1)).day == 1


def test_a_merged_partner_has_no_row_of_its_own_in_the_heat_map(world):
    from squaremile.network.models import Partner
    from squaremile.network.reads.heat import heat
    from tests.network.agreements.making import promise

    with world.as_("programme"):
        network.add_partner(code="PN-TWIN", kind="university", name_en="Charles Bay (old entry)")
        first = signed(world, organisation="")
        promise(first, 100)
        second = draft(world, organisation="", title_en="Second")
        network.add_party(agreement=second.code, partner="PN-TWIN")
        for item in ("capacity", "sanctions", "conflicts"):
            network.record_check(agreement=second.code, check_item=item, check_result="clear")
        for step in ("review", "approved", "signed"):
            network.advance_agreement(agreement=second.code, step=step)
        promise(second, 50, party=AgreementParty.objects.get(agreement=second, partner__code="PN-TWIN").code)
        assert len(heat("KRW", "kind", MONDAY.date()).rows) == 2
        Partner.objects.filter(code="PN-TWIN").update(merged_into=Partner.objects.get(code="PN-CHARLES"), hidden=True)
        (row,) = heat("KRW", "kind", MONDAY.date()).rows
        assert (row.party, row.name.en, row.total.promised) == ("PN-CHARLES", "Charles Bay Institute", 150)
