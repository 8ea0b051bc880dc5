"""People: their own profile, and how they leave."""

from datetime import timedelta

import pytest

from squaremile.core import operations as core
from squaremile.core.entering import enter_person, enter_token
from squaremile.core.models import Card, Invitation, RoleGrant, User
from squaremile.kernel import clock
from squaremile.kernel.scope import Scope
from squaremile.kernel.scope import scope as entered
from tests.core.operations.asking import refused
from tests.world import MONDAY, World

LATER = MONDAY + timedelta(minutes=1)
MINE = {"name_ko": "김하나", "name_en": "Hana K.", "language": "en"}


def acting(world: World, who: str) -> Scope:
    person = world.person(who)
    return Scope(actor=person.actor, grants=person.grants, operator=world.people["operator"], reason="asked by phone")


def test_one_changes_ones_own_profile_and_ones_card(world: World):
    with world.as_("hana"):
        core.edit_profile(**MINE, phone="010", mail_bookings=False)
        me = User.objects.get(id=world.people["hana"])
        assert (me.name_en, me.language, me.phone, me.mail_bookings) == ("Hana K.", "en", "010", False)
        assert Card.objects.get(kind="person", title_en="Hana K.").says_en == "Hanbit Bio · Scientist"


@pytest.mark.parametrize(
    ("change", "code"), [({"language": "fr"}, "core.bad_input"), ({"name_ko": "", "name_en": " "}, "core.name_needed")]
)
def test_a_profile_is_refused(world: World, change, code):
    with world.as_("hana"):
        assert refused(core.edit_profile, **{**MINE, **change}) == code


def test_nobody_changes_it_while_acting(world: World):
    with entered(acting(world, "hana")):
        assert refused(core.edit_profile, **MINE) == "access.acting"


@pytest.fixture
def leaver(world: World):
    """Hana with a token, a second role to come and an open invitation."""
    with world.as_("hana"):
        secret = core.create_token(name="script").secret
    with world.as_("hajin"):
        hanbit, hana = world.organisations["HANBIT"], world.people["hana"]
        core.grant_role(person=hana, role="company_admin", organisation=hanbit, start=MONDAY + timedelta(days=9))
        core.invite(email="hana@example.org", role="company_admin", organisation=hanbit)
    return secret


def test_a_leaver_loses_roles_tokens_and_invitations_in_one_step(leaver, world: World):
    hanbit, hana = world.organisations["HANBIT"], world.people["hana"]
    with world.as_("hajin"):
        assert core.end_membership(person=hana, organisation=hanbit) == 2
        assert not Card.objects.filter(kind="person", title_ko="김하나").exists()
        assert Invitation.objects.get(email="hana@example.org").withdrawn_at == MONDAY
    for moment in (MONDAY, LATER, MONDAY + timedelta(days=10)):
        with clock.as_of(moment), enter_person(hana) as someone:
            assert someone.scope.grants == ()
    with enter_token(leaver, "api") as someone:
        assert someone is None


def test_a_leaver_can_come_back(leaver, world: World):
    hanbit, hana = world.organisations["HANBIT"], world.people["hana"]
    with world.as_("hajin"):
        core.end_membership(person=hana, organisation=hanbit)
        with clock.as_of(LATER):
            core.grant_role(person=hana, role="scientist", organisation=hanbit)
            assert Card.objects.filter(kind="person", title_ko="김하나").count() == 1
            assert core.end_membership(person=hana, organisation=hanbit) == 1


def test_ending_a_membership_is_refused(world: World):
    hanbit = world.organisations["HANBIT"]
    hana, hajin, sora = (world.people[p] for p in ("hana", "hajin", "sora"))
    with world.as_("hajin"):
        assert refused(core.end_membership, person=hajin, organisation=hanbit) == "access.not_yourself"
        assert refused(core.end_membership, person=sora, organisation=hanbit) == "core.not_found"
        saebom = world.organisations["SAEBOM"]
        assert refused(core.end_membership, person=sora, organisation=saebom) == "core.not_found"
    with world.as_("sujin"):
        assert refused(core.end_membership, person=hana, organisation=hanbit) == "core.not_found"
    with world.as_("haeun"):
        assert refused(core.end_membership, person=hana, organisation=hanbit) == "access.not_allowed"


def test_an_admin_elsewhere_ends_nothing_here(world: World):
    """Sora, a company admin of Saebom who also works for Hanbit, is not Hanbit's admin."""
    hanbit = world.organisations["HANBIT"]
    with world.as_("director"):
        core.grant_role(person=world.people["sujin"], role="scientist", organisation=hanbit)
    both = Scope(actor=world.people["sujin"], grants=(
        *world.person("sujin").grants, *(g.__class__("scientist", hanbit) for g in world.person("sujin").grants)))
    with entered(both):
        assert refused(
            core.end_membership, person=world.people["hana"], organisation=hanbit) == "access.role_not_yours_to_give"
        assert refused(core.add_project, organisation=hanbit, name_ko="x", name_en="") == "access.not_allowed"


def test_a_closed_account_opens_nothing(leaver, world: World):
    hana = world.people["hana"]
    with world.as_("operator"):
        core.deactivate_person(person=hana)
        assert not Card.objects.filter(kind="person", title_ko="김하나").exists()
    with enter_person(hana) as someone:
        assert someone is None
    with enter_token(leaver, "api") as someone:
        assert someone is None


def test_closing_an_account_is_refused(world: World):
    people = world.people
    with world.as_("operator"):
        assert refused(core.deactivate_person, person=people["operator"]) == "access.not_yourself"
        assert refused(core.deactivate_person, person=people["finance"]) == "access.role_not_yours_to_give"
        assert refused(core.deactivate_person, person=world.organisations["HANBIT"]) == "core.not_found"
    with world.as_("hajin"):
        assert refused(core.deactivate_person, person=people["hana"]) == "access.not_allowed"


def test_a_role_goes_only_to_people_one_can_see(world: World):
    with world.as_("hajin"):
        asked = {"role": "scientist", "organisation": world.organisations["HANBIT"]}
        for stranger in (world.people["sora"], world.organisations["SAEBOM"]):
            assert refused(core.grant_role, person=stranger, **asked) == "core.not_found"


def test_ending_one_role(world: World):
    with world.as_("hajin"):
        grant = RoleGrant.objects.get(user=world.people["hana"])
        core.end_role(grant=grant.id)
        assert RoleGrant.objects.get(id=grant.id).valid.end == MONDAY
        core.end_role(grant=grant.id, end=LATER)
        assert RoleGrant.objects.get(id=grant.id).valid.end == MONDAY, "what is over is not made longer"
    with world.as_("sujin"):
        assert refused(core.end_role, grant=grant.id) == "core.not_found"
