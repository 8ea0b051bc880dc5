"""The company record: opened, kept, shown; what a rival, a key-holder and nobody see of it."""

from datetime import date

import pytest
from django.db import connection

from squaremile.core import door_keys
from squaremile.core.entering import enter_key
from squaremile.core.models import Activity, DoorKey, Mail
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.scope import Scope, scope, system
from squaremile.kernel.words import Text
from squaremile.residency import operations as residency
from squaremile.residency.models import Company, CompanyTransition, Profile
from squaremile.residency.operations.companies import begin, step
from squaremile.residency.reads import companies
from tests.world import MONDAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def hanbit(world):
    with world.as_("programme"):
        return residency.open_record(organisation="HANBIT", founded_on=date(2024, 5, 2), stage="seed")


def test_a_record_is_its_organisation(world, hanbit):
    assert hanbit.id == world.organisations["HANBIT"]
    with world.as_("programme"):
        assert [(s.before, s.after) for s in CompanyTransition.objects.filter(company=hanbit)] == [("", "resident")]
        assert Activity.objects.get(operation="residency.open_record").organisation_id == hanbit.id


def test_what_it_refuses(world, hanbit):
    with world.as_("programme"):
        with pytest.raises(Refused) as again:
            residency.open_record(organisation="HANBIT")
        assert again.value.code == "residency.company_known"
        for said, code in (
            ({"state": "lead"}, "residency.company_step"), ({"stage": "unicorn"}, "residency.stage_unknown"),
            ({"founded_on": date(2031, 1, 1)}, "residency.founded_later"),
        ):  # fmt: skip
            with pytest.raises(Invalid) as refused:
                residency.open_record(organisation="SAEBOM", **said)
            assert refused.value.code == code
        with pytest.raises(Missing):
            residency.open_record(organisation="NOBODY")
        with pytest.raises(Missing):
            residency.edit_company(company="CO-NOBODY")
    with world.as_("hajin"), pytest.raises(Forbidden):
        residency.edit_company(company=hanbit.code)


def test_a_profile_is_listed_with_a_summary_and_a_sound_address(world, hanbit):
    with world.as_("hajin"):
        with pytest.raises(Refused) as bare:
            residency.edit_profile(company=hanbit.code, listed=True)
        assert bare.value.code == "residency.listed_needs_summary"
        with pytest.raises(Refused) as unfit:
            residency.edit_profile(company=hanbit.code, summary_ko="소개", website="javascript:alert(1)")
        assert unfit.value.code == "residency.website_unfit"
        residency.edit_profile(company=hanbit.code, summary_ko="오가노이드", fields=[" organoids ", ""], listed=True)
    with scope(Scope()):
        assert [shown.fields for shown in companies.listed()] == [("organoids",)]
        assert Company.objects.count() == 0


def test_a_rival_and_a_visitor_see_nothing_of_it(world, hanbit):
    for asking in (world.person("sujin"), Scope()):
        with scope(asking):
            assert companies.companies() == []
            assert Profile.objects.count() == 0
            assert CompanyTransition.objects.count() == 0
    with world.as_("sujin"), pytest.raises(Missing):
        residency.edit_profile(company=hanbit.code, summary_ko="훔침")


def test_the_database_lets_no_state_be_skipped(world, hanbit):
    with world.as_("programme"), pytest.raises(Exception, match="company cannot go from resident to lead"):
        Company.objects.filter(id=hanbit.id).update(state="lead")


class TestKeys:
    @pytest.fixture
    def prospect(self, world):
        with scope(system("public")):
            return _started()

    def secret(self) -> str:
        with scope(system("worker")):
            return Mail.objects.get(to="ceo@prospect.example").body.partition("/door/enter/")[2].partition("/")[0]

    def test_whoever_holds_it_is_nobody_of_the_cluster_and_sees_her_own(self, world, hanbit, prospect):
        from squaremile.core.entering import secret_hash
        from squaremile.spaces.models import Place

        with enter_key(secret_hash(self.secret())) as entered:
            assert entered is not None
            assert entered.scope.actor is None
            assert [row.code for row in companies.companies()] == [prospect.code]
            assert Place.objects.count() == 0

    def test_it_ends_when_withdrawn_renewed_or_over(self, world, prospect):
        from datetime import timedelta

        from squaremile.core.entering import secret_hash

        hashed = secret_hash(self.secret())
        with clock.as_of(MONDAY + timedelta(days=91)), enter_key(hashed) as late:
            assert late is None
        with scope(system("public")):
            door_keys.withdraw(holder=prospect.id)
        with enter_key(hashed) as gone:
            assert gone is None
        with enter_key("") as nothing:
            assert nothing is None

    def test_a_prospect_becomes_one_of_the_cluster(self, world, prospect):
        with world.as_("programme"):
            step_in(prospect, "admitted")
            assert companies.company(prospect.code).state == "admitted"
            from squaremile.core.reads.organisations import organisations

            assert "새싹바이오" in [each.name.ko for each in organisations()]

    def test_a_key_gives_no_key_to_another_company(self, world, hanbit, prospect):
        from squaremile.core.entering import secret_hash

        with enter_key(secret_hash(self.secret())), pytest.raises(Exception, match="row-level security"):
            DoorKey.objects.bulk_create([DoorKey(
                kind="applicant", holder=hanbit.id, email="x@example.org", secret_hash=short_code("X"),
                given_at=clock.now(), expires_at=MONDAY.replace(year=2028),
            )])
        connection.needs_rollback = False


def _started() -> Company:
    """As an operation of the public pages does."""
    from squaremile.kernel.operation import registry
    from tests.residency.acting import acting

    assert registry
    with acting("residency.test"):
        made = begin(name_ko="새싹바이오", name_en="", state="applicant")
        door_keys.give(
            kind="applicant", holder=made.id, email="CEO@prospect.example", subject=Text(ko="열쇠", en="Key"),
            letter=Text(ko="{cluster}: {url}", en="{cluster}: {url}"),
        )
    return made


def step_in(company: Company, state: str) -> None:
    from tests.residency.acting import acting

    with acting("residency.test"):
        step(Company.objects.get(id=company.id), state)
