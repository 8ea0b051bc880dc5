"""Mentors and sponsors: people outside with a key, what they see, and what is kept of it."""

from datetime import timedelta

import pytest

from squaremile.core.entering import enter_key, secret_hash
from squaremile.core.models import Mail
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import Company, OfficeHourDetail, Profile, ProfileLook, Sponsor
from squaremile.residency.reads import life, sponsors
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def companies(world):
    with world.as_("programme"):
        return {code: residency.open_record(organisation=code) for code in ("HANBIT", "SAEBOM")}


def key_of(address: str) -> str:
    with scope(system("worker")):
        return secret_hash(Mail.objects.get(to=address).body.partition("/door/enter/")[2].partition("/")[0])


class TestMentors:
    @pytest.fixture
    def mentor(self, world):
        with world.as_("programme"):
            return residency.add_mentor(email="mentor@example.org", name_ko="멘토님").code

    def offered(self, mentor, later=24):
        return residency.offer_hour(mentor=mentor, start=MONDAY + later * HOUR, end=MONDAY + (later + 1) * HOUR).code

    def test_she_offers_by_her_key_and_a_company_comes(self, world, companies, mentor):
        with enter_key(key_of("mentor@example.org")):
            hour = self.offered(mentor)
            with pytest.raises(Refused) as twice:
                self.offered(mentor)
            assert twice.value.code == "residency.hour_overlaps"
        with world.as_("hana"):
            with pytest.raises(Invalid):
                residency.book_hour(office_hour=hour, topic=" ")
            residency.book_hour(office_hour=hour, topic="제형 상담")
        with world.as_("sora"):
            (row,) = life.hours()
            assert (row.state, row.mine, row.topic, row.company_name) == ("booked", False, "", None)
            with pytest.raises(Refused):
                residency.book_hour(office_hour=hour, topic="나도")
            with pytest.raises(Missing):
                residency.give_hour_back(office_hour=hour)
        with enter_key(key_of("mentor@example.org")) as entered:
            (row,) = life.hours(mentor=next(iter(entered.scope.organisations)))
            assert (row.topic, row.company_name.ko) == ("제형 상담", "한빛바이오")
            assert Company.objects.count() == 0
            residency.close_hour(office_hour=hour, state="held", remark="동결건조를 권함")
        with world.as_("hajin"):
            assert life.hours()[0].remark == "동결건조를 권함"
        with world.as_("sujin"):
            assert OfficeHourDetail.objects.count() == 0

    def test_an_hour_is_given_back_and_another_comes(self, world, companies, mentor):
        with world.as_("programme"):
            hour = self.offered(mentor)
        with world.as_("hana"):
            residency.book_hour(office_hour=hour, topic="제형")
            residency.give_hour_back(office_hour=hour)
            with pytest.raises(Missing):
                residency.give_hour_back(office_hour=hour)
        with world.as_("sora"):
            assert residency.book_hour(office_hour=hour, topic="임상").state == "booked"

    def test_the_database_keeps_a_rivals_hour(self, world, companies, mentor):
        from squaremile.residency.models import OfficeHour

        with world.as_("programme"):
            hour = self.offered(mentor)
        with world.as_("hana"):
            residency.book_hour(office_hour=hour, topic="제형")
        with world.as_("sora"), pytest.raises(Exception, match="another company"):
            OfficeHour.objects.filter(code=hour).update(state="open")

    def test_another_mentors_hours_are_not_hers(self, world, companies, mentor):
        with world.as_("programme"):
            other = residency.add_mentor(email="other@example.org", name_en="Other").code
            hour = self.offered(other)
        with enter_key(key_of("mentor@example.org")):
            with pytest.raises(Missing):
                self.offered(other, later=48)
            with pytest.raises(Missing):
                residency.close_hour(office_hour=hour, state="cancelled")

    def test_a_mentor_who_retires_has_no_key_and_no_free_hours(self, world, companies, mentor):
        with world.as_("programme"):
            self.offered(mentor)
            residency.retire_mentor(mentor=mentor)
            assert (life.mentors(), life.hours()) == ([], [])
            with pytest.raises(Missing):
                self.offered(mentor, later=48)
        with enter_key(key_of("mentor@example.org")) as entered:
            assert entered is None

    def test_an_hour_lies_ahead(self, world, mentor):
        with world.as_("programme"), pytest.raises(Invalid):
            self.offered(mentor, later=-2)


class TestSponsors:
    @pytest.fixture
    def sponsor(self, world):
        with world.as_("programme"):
            made = residency.add_sponsor(email="sponsor@example.org", name_en="Astra")
            residency.sign_sponsor(sponsor=made.code, start=MONDAY - 400 * DAY, end=MONDAY + 400 * DAY, tickets_a_year=1)
            return made.code

    def test_tickets_are_counted_by_the_contracts_own_year(self, world, companies, sponsor):
        with world.as_("programme"):
            used = residency.use_entitlement(sponsor=sponsor, kind="ticket", company=companies["HANBIT"].code)
            assert used.year == 2
            with pytest.raises(Refused) as spent:
                residency.use_entitlement(sponsor=sponsor, kind="ticket", company=companies["SAEBOM"].code)
            assert spent.value.text.en == "All of this year's are used: 1 of 1."
            assert sponsors.sponsor(sponsor).contracts[0].tickets_left == 0
            with clock.as_of(MONDAY + 350 * DAY):
                assert sponsors.sponsor(sponsor).contracts[0].tickets_left == 1
            with pytest.raises(Invalid):
                residency.sign_sponsor(sponsor=sponsor, start=MONDAY, end=MONDAY)
            with pytest.raises(Refused):
                residency.sign_sponsor(sponsor=sponsor, start=MONDAY, end=MONDAY + DAY)
            with clock.as_of(MONDAY + 500 * DAY), pytest.raises(Refused):
                residency.use_entitlement(sponsor=sponsor, kind="event", says="강연")

    def test_it_sees_listed_profiles_alone_and_each_look_is_kept(self, world, companies, sponsor):
        with world.as_("hajin"):
            residency.edit_profile(company=companies["HANBIT"].code, summary_ko="오가노이드", listed=True)
        with world.as_("programme"):
            hidden = Profile.objects.get(company=companies["SAEBOM"].id).id
        with enter_key(key_of("sponsor@example.org")):
            (row,) = sponsors.profiles()
            residency.look_at_profile(profile=row.id)
            assert sponsors.profiles()[0].seen_at == MONDAY
            with pytest.raises(Missing):
                residency.look_at_profile(profile=hidden)
            assert Company.objects.count() == 0
        with world.as_("hajin"):
            assert life.of(companies["HANBIT"].id).looks == ((MONDAY, "sponsor@example.org"),)
            with pytest.raises(Forbidden):
                residency.look_at_profile(profile=row.id)
        with world.as_("sujin"):
            assert (ProfileLook.objects.count(), Sponsor.objects.count()) == (0, 0)


def test_keys_are_given_anew_before_they_run_out_and_by_hand(world):
    with world.as_("programme"):
        mentor = residency.add_mentor(email="mentor@example.org", name_ko="멘토님").code
        sponsor = residency.add_sponsor(email="sponsor@example.org", name_ko="후원사").code
        residency.sign_sponsor(sponsor=sponsor, start=MONDAY, end=MONDAY + 800 * DAY)
        residency.add_sponsor(email="gone@example.org", name_ko="떠난 후원사")
    with scope(system("worker")):
        assert residency.renew_keys() == 0
    late = MONDAY + 360 * DAY
    with clock.as_of(late):
        with scope(system("worker")):
            assert (residency.renew_keys(), residency.renew_keys()) == (2, 0)
            secrets = {mail.to: mail.body for mail in Mail.objects.order_by("id")}
        with enter_key(secret_hash(secrets["mentor@example.org"].partition("/door/enter/")[2].partition("/")[0])) as entered:
            assert entered is not None
        with world.as_("programme"):
            residency.invite_mentor(mentor=mentor, email="new@example.org")
            residency.invite_sponsor(sponsor=sponsor)
            for unfit in ("x", "a b@c.d"):
                with pytest.raises(Invalid, match="email_unfit"):
                    residency.invite_mentor(mentor=mentor, email=unfit)
            with pytest.raises(Missing, match="sponsor_unknown"):
                residency.invite_sponsor(sponsor="SP-NONE")
        with scope(system("worker")):
            assert (Mail.objects.filter(to="new@example.org").count(), Mail.objects.filter(to="sponsor@example.org").count()) == (1, 3)
    with world.as_("hajin"), pytest.raises(Forbidden):
        residency.invite_mentor(mentor=mentor)
