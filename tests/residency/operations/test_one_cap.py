"""The licence says how many people, what must be there before it begins, and no badge is given to the suspended."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import ChecklistEntry, PeopleTerms
from squaremile.residency.reads.days import begin_of
from tests.parts.residency_licences import _signed, in_force
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
TODAY, APRIL = date(2027, 3, 1), date(2027, 4, 1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def company(world):
    with world.as_("programme"):
        return residency.open_record(organisation="SAEBOM").code


def refused(act, **said):
    with pytest.raises(Refused) as heard, transaction.atomic():
        act(**said)
    return heard.value.code


def seats():
    return list(PeopleTerms.objects.order_by("since").values_list("since", "seats"))


def test_seats_follow_the_licence_as_it_begins_changes_and_ends(world, company):
    with world.as_("programme"):
        residency.set_people_terms(company=company, seats=9, since=APRIL)
    code = in_force(world, "SAEBOM", "R202-D1", "sujin", permitted_use="배양")
    with world.as_("programme"):
        assert seats() == [(TODAY, 2), (APRIL, 2)]
        assert refused(residency.set_people_terms, company=company, seats=5, since=date(2027, 5, 1)) == "residency.seats_of_licence"
        residency.set_people_terms(company=company, seats=2, notice_months=6, since=date(2027, 5, 1))
        residency.propose_amendment(licence=code, reason="늘어남", effective_on=date(2027, 3, 10), most_people=5)
    for who in ("sujin", "programme"):
        with world.as_(who):
            residency.sign_licence(licence=code, signed_name=who)
    with clock.as_of(begin_of(date(2027, 3, 10))), scope(system("worker")):
        residency.run_licences()
        assert seats() == [(TODAY, 2), (date(2027, 3, 10), 5), (APRIL, 5), (date(2027, 5, 1), 5)]
    with clock.as_of(begin_of(date(2027, 3, 12))):
        other = in_force(world, "SAEBOM", "R202-D2", "sujin", permitted_use="배양")
        with world.as_("programme"):
            assert seats()[2] == (date(2027, 3, 12), 7)
            residency.end_licence(licence=other, reason="끝")
            assert seats()[2] == (date(2027, 3, 12), 5)


def test_the_database_takes_no_other_figure(world, company):
    in_force(world, "SAEBOM", "R202-D1", "sujin", permitted_use="배양")
    with world.as_("programme"):
        with pytest.raises(IntegrityError, match="the licence says"), transaction.atomic():
            PeopleTerms.objects.update(seats=3)
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            PeopleTerms.objects.update(notice_months=1)


def test_it_does_not_begin_without_its_permits(world, company):
    code = _signed(world, "SAEBOM", "R202-D1", "sujin", permitted_use="배양")
    with world.as_("programme"):
        residency.begin_company_checklist(company=company, work=["bsl2"])
        assert refused(residency.start_licence, licence=code) == "residency.permits_missing"
    with world.as_("safety"):
        row = ChecklistEntry.objects.get(item="biosafety_registration")
        residency.waive_entry(checklist_entry=row.code, remark="이미 승인됨")
    with world.as_("programme"):
        assert residency.start_licence(licence=code).state == "in_force"


def test_no_badge_while_suspended(world, company):
    with world.as_("sujin"):
        member = residency.join(company=company, person=world.people["sora"], kind="office")
    with world.as_("programme"):
        notice = residency.give_notice(company=company, ground="danger", says_ko="위험합니다")
        residency.settle_notice(suspension=notice.code, state="suspended")
    given = {"company_member": member.code, "kind": "badge", "pass_number": "1", "expires_on": date(2028, 1, 1)}
    with world.as_("operator"):
        assert refused(residency.issue_pass, **given) == "residency.pass_suspended"
    with world.as_("programme"):
        residency.settle_notice(suspension=notice.code, state="lifted")
    with world.as_("operator"):
        assert refused(residency.issue_pass, **given) == "residency.checklist_open"
