"""Invitations: who may invite whom, what the link opens, and that it tells nobody anything."""

import hashlib
import re
from datetime import timedelta

import pytest

from squaremile.core import operations as core
from squaremile.core.models import Activity, Card, Invitation, Mail, RoleGrant, User
from squaremile.kernel import clock
from squaremile.kernel.scope import Scope, scope, system
from tests.core.operations.asking import refused
from tests.world import MONDAY, PASSWORD, World

NEW = "new@hanbit.example"


@pytest.fixture
def invited(world: World):
    """Hajin invites; returns a function that gives the secret that was mailed."""

    def invite(email: str = NEW, who: str = "hajin", company: str = "HANBIT", role: str = "scientist", **more) -> str:
        organisation = world.organisations[company] if company else None
        with world.as_(who):
            core.invite(email=email, role=role, organisation=organisation, **more)
        with scope(system("worker")):
            mail = Mail.objects.filter(to=email.lower()).latest("id")
        return re.search(r"/invitation/([^/]+)/", mail.body)[1]

    return invite


def accept(secret: str, actor=None, **more):
    more = {"name_ko": "신입", "password": PASSWORD} | more
    with scope(Scope(system="auth", actor=actor)):
        return core.accept_invitation(secret=secret, **more)


def refuse(secret: str, actor=None, **more) -> str:
    more = {"name_ko": "신입", "password": PASSWORD} | more
    with scope(Scope(system="auth", actor=actor)):
        return refused(core.accept_invitation, secret=secret, **more)


def test_a_new_person_becomes_a_colleague(invited, world: World):
    person = accept(invited(), name_en="Newcomer", language="en")
    assert (person.email, person.language, person.check_password(PASSWORD)) == (NEW, "en", True)
    with world.as_("hana"):
        grant = RoleGrant.objects.get(user=person)
        assert (grant.role, grant.valid.start, grant.granted_by) == ("scientist", MONDAY, world.people["hajin"])
        assert Card.objects.get(kind="person", title_ko="신입").organisation_id == world.organisations["HANBIT"]
    with world.as_("sujin"):
        assert not User.objects.filter(email=NEW).exists()
        assert not Card.objects.filter(title_ko="신입").exists()


def test_only_the_hash_of_the_secret_is_kept(invited, world: World):
    secret = invited()
    with world.as_("director"):
        found = Invitation.objects.get(email=NEW)
        assert found.secret_hash == hashlib.sha256(secret.encode()).hexdigest()
        assert secret not in str(Activity.objects.get(operation="core.invite").data)


def test_the_letter_is_in_the_invited_persons_language(invited):
    invited(language="en")
    with scope(system("worker")):
        mail = Mail.objects.latest("id")
    assert mail.subject == "Invitation to Jeonbuk Bio Cluster"
    assert mail.body.startswith("Hanbit Bio invites you to Jeonbuk Bio Cluster as Scientist.")


def test_a_known_address_is_invited_in_the_same_way(invited, world: World):
    """Neither the answer nor the letter tells whether the address belongs to a rival's person."""
    invited("sora@example.org")
    with world.as_("hajin"):
        known = core.invite(
            email="sora@example.org", role="scientist", organisation=world.organisations["HANBIT"])
        strange = core.invite(
            email="nobody@example.org", role="scientist", organisation=world.organisations["HANBIT"])
        same = [f.attname for f in Invitation._meta.concrete_fields if f.attname not in ("id", "email", "secret_hash")]
        assert [getattr(known, f) for f in same] == [getattr(strange, f) for f in same]
    with scope(system("worker")):
        letters = [re.sub(r"invitation/\S+", "", m.body) for m in Mail.objects.order_by("-id")[:2]]
    assert letters[0] == letters[1]


def test_whoever_is_signed_in_and_was_invited_gets_the_role_too(invited, world: World):
    accept(invited("sora@example.org"), actor=world.people["sora"])
    with world.as_("sora"):
        held = RoleGrant.objects.filter(user=world.people["sora"]).values_list("organisation_id", flat=True)
        assert set(held) == set(world.organisations.values())


def test_a_forwarded_link_makes_nobody_else_a_colleague(invited, world: World):
    assert refuse(invited(), actor=world.people["sora"]) == "access.invitation_other_address"


def test_an_account_that_exists_signs_in_first(invited):
    assert refuse(invited("sora@example.org")) == "access.email_taken"


def test_a_link_opens_once(invited):
    secret = invited()
    accept(secret)
    assert refuse(secret) == "access.invitation_spent"


def test_spent_withdrawn_late_and_unknown_links_are_told_alike(invited, world: World):
    first = invited()
    second = invited()
    assert refuse(first) == "access.invitation_spent", "a second invitation takes the place of the first"
    with world.as_("hajin"):
        core.withdraw_invitation(invitation=Invitation.objects.get(email=NEW, withdrawn_at=None).id)
    assert refuse(second) == "access.invitation_spent"
    late = invited()
    with clock.as_of(MONDAY + timedelta(days=14)):
        assert refuse(late) == "access.invitation_spent"
    short = invited(end=MONDAY + timedelta(days=2))
    with clock.as_of(MONDAY + timedelta(days=2)):
        assert refuse(short) == "access.invitation_spent"
    assert refuse("made-up") == "access.invitation_spent"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"password": "short"}, "access.weak_password"),
        ({"password": "password1234"}, "access.weak_password"),
        ({"password": NEW}, "access.weak_password"),
        ({"name_ko": " "}, "core.name_needed"),
        ({"language": "fr"}, "core.bad_input"),
    ],
)
def test_accepting_is_refused(invited, more, code):
    assert refuse(invited(), **more) == code


def test_a_weak_password_is_explained_in_both_languages(invited):
    from squaremile.kernel.errors import Invalid

    secret = invited()
    with scope(system("auth")), pytest.raises(Invalid) as caught:
        core.accept_invitation(secret=secret, name_ko="신입", password="짧다")
    said = caught.value.fields["password"]
    assert "최소 10자" in said.ko
    assert "at least 10 characters" in said.en


@pytest.mark.parametrize(
    ("who", "company", "role", "code"),
    [
        ("hajin", "SAEBOM", "scientist", "access.role_not_yours_to_give"),
        ("hajin", None, "auditor", "access.role_not_yours_to_give"),
        ("operator", None, "finance", "access.role_not_yours_to_give"),
        ("director", None, "scientist", "access.role_unknown"),
        ("director", "HANBIT", "king", "access.role_unknown"),
        ("hana", "HANBIT", "scientist", "access.not_allowed"),
        ("auditor", "HANBIT", "scientist", "access.not_allowed"),
    ],
)
def test_who_may_invite_to_what(world: World, who, company, role, code):
    with world.as_(who):
        organisation = world.organisations[company] if company else None
        assert refused(core.invite, email=NEW, role=role, organisation=organisation) == code


def test_staff_invite_staff_and_company_people(invited):
    invited("fin@example.org", who="director", company="", role="finance")
    person = accept(invited("boss@example.org", who="operator", company="SAEBOM", role="company_admin"))
    assert person.email == "boss@example.org"


def test_what_cannot_be_understood(world: World):
    hanbit = world.organisations["HANBIT"]
    with world.as_("director"):
        gone = {"email": NEW, "role": "scientist", "organisation": world.people["hana"]}
        assert refused(core.invite, **gone) == "core.not_found"
        for bad in ({"email": "no address"}, {"end": MONDAY}, {"language": "fr"}):
            assert refused(
                core.invite, **{"email": NEW, "role": "scientist", "organisation": hanbit} | bad) == "core.bad_input"


def test_a_rivals_invitation_is_not_there(invited, world: World):
    invited()
    with world.as_("hajin"):
        theirs = Invitation.objects.get(email=NEW).id
    with world.as_("sujin"):
        assert refused(core.withdraw_invitation, invitation=theirs) == "core.not_found"
        assert Invitation.objects.count() == 0
    with world.as_("director"):
        core.withdraw_invitation(invitation=theirs)
        assert refused(core.withdraw_invitation, invitation=theirs) == "access.invitation_spent"


def test_nobody_accepts_outside_the_sign_in_scope(invited, world: World):
    secret = invited()
    with world.as_("director"):
        assert refused(core.accept_invitation, secret=secret) == "access.not_allowed"


class TestWhoeverInvitedHasLeft:
    """An invitation is as good as the right of whoever sent it."""

    def test_the_role_that_stood_behind_it_ended(self, invited, world: World):
        secret = invited()
        with world.as_("operator"):
            core.end_role(grant=RoleGrant.objects.get(user=world.people["hajin"]).id)
            assert Invitation.objects.get(email=NEW).withdrawn_at == MONDAY
        assert refuse(secret) == "access.invitation_spent"

    def test_she_stays_as_a_scientist_and_may_no_longer_invite(self, invited, world: World):
        secret, hanbit = invited(), world.organisations["HANBIT"]
        with world.as_("operator"):
            core.grant_role(person=world.people["hajin"], role="scientist", organisation=hanbit)
            core.end_role(grant=RoleGrant.objects.get(user=world.people["hajin"], role="company_admin").id)
            assert Invitation.objects.get(email=NEW).withdrawn_at == MONDAY
        assert refuse(secret) == "access.invitation_spent"

    def test_her_role_ran_out_and_nobody_has_noticed_yet(self, invited, world: World):
        from squaremile.core.reads import me
        from squaremile.kernel.errors import Refused

        secret = invited()
        with world.as_("operator"):
            core.end_role(
                grant=RoleGrant.objects.get(user=world.people["hajin"]).id, end=MONDAY + timedelta(hours=1))
        with clock.as_of(MONDAY + timedelta(hours=1)):
            with scope(system("auth")), pytest.raises(Refused):
                me.opened(secret)
            assert refuse(secret) == "access.invitation_spent"

    def test_the_worker_withdraws_what_ran_out(self, invited, world: World):
        invited()
        with world.as_("operator"):
            core.end_role(
                grant=RoleGrant.objects.get(user=world.people["hajin"]).id, end=MONDAY + timedelta(hours=1))
        with clock.as_of(MONDAY + timedelta(hours=2)), scope(system("worker")):
            core.close_lapsed()
        with world.as_("operator"):
            assert Invitation.objects.get(email=NEW).withdrawn_at == MONDAY + timedelta(hours=2)

    def test_a_director_who_left_leaves_no_open_door_to_the_staff(self, invited, world: World):
        secret = invited("second@example.org", who="director", company="", role="site_director")
        with world.as_("director"):
            core.grant_role(person=world.people["operator"], role="site_director")
        with clock.as_of(MONDAY + timedelta(minutes=1)):
            with scope(Scope(actor=world.people["operator"], grants=world.person("director").grants)):
                core.end_role(grant=RoleGrant.objects.get(user=world.people["director"]).id)
            assert refuse(secret) == "access.invitation_spent"

    def test_what_others_sent_stays_open(self, invited, world: World):
        secret = invited(who="operator")
        with world.as_("operator"):
            core.end_role(grant=RoleGrant.objects.get(user=world.people["hajin"]).id)
        assert accept(secret).email == NEW

    def test_a_company_out_of_use_takes_nobody(self, invited, world: World):
        secret = invited()
        with world.as_("operator"):
            core.edit_organisation(
                organisation="HANBIT", name_ko="한빛바이오", name_en="", kind="startup", active=False)
        assert refuse(secret) == "access.invitation_spent"
