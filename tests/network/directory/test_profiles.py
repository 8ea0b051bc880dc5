"""Whose profile it is, and what she may do with it: the database decides, whatever the program asks."""

import pytest
from django.db import IntegrityError, transaction

from squaremile.core.reads.search import search
from squaremile.network import operations as network
from squaremile.network.models import Claim, Contact, Person, PersonCare
from tests.booking.asking import code_of
from tests.world import World


def test_the_same_address_proves_it_at_once(directory: World):
    with directory.as_("hana"):
        network.claim_profile(expert="PE-1")
        row = Person.objects.get(code="PE-1")
        assert (row.user_id, row.claimed_at is not None) == (directory.people["hana"], True)
        network.correct_profile(expert="PE-1", bio_en="I load cartilage.", contact_way="open", needs_ko="채식", role_en="Professor")
        assert PersonCare.objects.get(person=row).needs_ko == "채식"
        assert [f.says.en for f in search("Yeongol")] == ["Professor · Hanbeol Institute"]
    with directory.as_("sora"):
        assert Contact.objects.get(person__code="PE-1").phone == "+82 63 000"
        assert code_of(network.claim_profile, expert="PE-1") == "network.claimed_already"
        assert code_of(network.correct_profile, expert="PE-1", bio_en="x") == "network.person_unknown"
        assert code_of(network.withdraw_consent, expert="PE-1") == "network.person_unknown"


def test_otherwise_liaison_staff_are_asked(directory: World):
    with directory.as_("sora"):
        claim = network.claim_profile(expert="PE-2", says="제 이름입니다")
        assert code_of(network.claim_profile, expert="PE-2") == "network.claim_open"
        assert code_of(network.correct_profile, expert="PE-2", bio_ko="x") == "network.person_unknown"
        assert code_of(network.grant_claim, claim=claim.code) == "access.not_allowed"
        assert code_of(network.claim_profile, expert="PE-99") == "network.person_unknown"
    with directory.as_("hana"):
        assert Claim.objects.count() == 0
    with directory.as_("programme"):
        network.grant_claim(claim=claim.code, reason="명함")
        assert code_of(network.grant_claim, claim=claim.code) == "network.claim_decided"
        assert code_of(network.decline_claim, claim="CL-NONE") == "network.claim_unknown"
    with directory.as_("sora"):
        network.correct_profile(expert="PE-2", bio_ko="세포를 봅니다.")
        assert code_of(network.claim_profile, expert="PE-3") == "network.has_profile"


def test_a_declined_claim_changes_nothing(directory: World):
    with directory.as_("sora"):
        claim = network.claim_profile(expert="PE-2")
    with directory.as_("hajin"):
        other = network.claim_profile(expert="PE-2")
    with directory.as_("programme"):
        network.decline_claim(claim=claim.code, reason="다른 분")
        network.grant_claim(claim=other.code)
        assert Person.objects.get(code="PE-2").user_id == directory.people["hajin"]
    with directory.as_("sujin"):
        assert code_of(network.claim_profile, expert="PE-2") == "network.claimed_already"


@pytest.mark.parametrize(
    ("who", "change"),
    [
        ("sora", {"user": "sora", "claimed": True}),  # takes what is another's by hand
        ("sora", {"user": "hana", "claimed": True}),  # gives it to another
        ("hana", {"user": "hana", "claimed": True, "orcid": "0000-0002-1825-0097"}),  # hers, with more than is hers to say
        ("auditor", {"user": "auditor", "claimed": True}),
    ],
)
def test_the_database_itself_lets_nobody_take_a_profile(directory: World, who, change):
    from django.db.utils import ProgrammingError

    from squaremile.kernel import clock

    said = {"user_id": directory.people[change["user"]], "claimed_at": clock.now()}
    if "orcid" in change:
        said["orcid"] = change["orcid"]
    changed = 0
    with directory.as_(who):
        try:
            with transaction.atomic():
                changed = Person.objects.filter(code="PE-1").update(**said)
        except (IntegrityError, ProgrammingError):
            pass
        assert changed == 0
        assert Person.objects.get(code="PE-1").user_id is None


def test_her_own_profile_but_not_its_affiliation(directory: World):
    with directory.as_("hana"):
        network.claim_profile(expert="PE-1")
        for change in ({"rank": 5}, {"partner": None}, {"code": "X"}, {"kind": "investor"}, {"user": None, "claimed_at": None}):
            with pytest.raises(Exception, match=r"change|row-level|violates|address"), transaction.atomic():
                Person.objects.filter(code="PE-1").update(**change)


def test_consent_withdrawn_hides_and_forgets(directory: World):
    with directory.as_("hana"):
        network.claim_profile(expert="PE-1")
        network.give_consent(expert="PE-1")
        assert Person.objects.get(code="PE-1").consented_at is not None
        network.withdraw_consent(expert="PE-1")
        contact = Contact.objects.get(person__code="PE-1")
        assert (contact.email, contact.phone) == ("", "")
        assert code_of(network.show_entry, noun="person", entry="PE-1") == "network.consent_missing"
    with directory.as_("sora"):
        assert not Person.objects.filter(code="PE-1").exists()
        assert search("Yeongol") == []
    with directory.as_("programme"):
        assert code_of(network.show_entry, noun="person", entry="PE-1") == "network.consent_missing"
    with directory.as_("hana"):
        network.give_consent(expert="PE-1")
    with directory.as_("sora"):
        assert [f.url for f in search("Yeongol")] == ["/network/people/PE-1/"]


def test_she_hides_and_shows_herself(directory: World):
    with directory.as_("hana"):
        network.claim_profile(expert="PE-1")
        network.hide_entry(noun="person", entry="PE-1")
        assert Person.objects.get(code="PE-1").hidden
    with directory.as_("sora"):
        assert not Person.objects.filter(code="PE-1").exists()
    with directory.as_("hana"):
        network.show_entry(noun="person", entry="PE-1")


def test_contacts_are_seen_as_she_wishes(directory: World):
    with directory.as_("sora"):
        assert Contact.objects.count() == 0
    with directory.as_("auditor"):
        assert Contact.objects.count() == 3
    with directory.as_("hana"):
        assert [c.person.code for c in Contact.objects.all()] == ["PE-1"], "her own address, to claim by it"
