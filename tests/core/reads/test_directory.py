"""The organisation page, people, audit and the frame: all of one's own, nothing of a rival's."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from squaremile.booking import operations as booking
from squaremile.core import operations as core
from squaremile.core import refs
from squaremile.core.entering import enter_person
from squaremile.core.notices import tell
from squaremile.core.reads import audit, me, organisation, people_directory, shell
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import scope, system
from squaremile.kernel.words import Text
from tests.core.operations.asking import refused
from tests.world import MONDAY, World


def test_a_company_sees_itself_whole(world: World):
    with world.as_("hajin"):
        core.invite(email="n@example.org", role="scientist", organisation=world.organisations["HANBIT"])
        page = organisation.page("HANBIT")
    assert [(p.name.ko, [r.role for r in p.roles]) for p in page.people] == [
        ("김하나", ["scientist"]), ("박하은", ["scientist"]), ("최하진", ["company_admin"])]
    assert [p.code for p in page.projects] == ["PJ-HANBIT"]
    assert [(i.email, i.late) for i in page.invitations] == [("n@example.org", False)]
    assert (page.lately[0].operation, page.lately[0].actor.en) == ("core.invite", "Hajin Choi")


def test_a_rival_sees_a_page_that_is_not_there(world: World):
    with world.as_("sujin"):
        codes = {refused(organisation.page, code=code) for code in ("HANBIT", "NOBODY")}
        assert codes == {"core.not_found"}
        assert [line.code for line in organisation.lines()] == ["SAEBOM"]


def test_staff_see_every_organisation_with_its_counts(world: World):
    with world.as_("finance"):
        assert [(x.code, x.people, x.projects) for x in organisation.lines()] == [("SAEBOM", 2, 1), ("HANBIT", 3, 1)]


def test_a_person_is_there_for_colleagues_and_staff(world: World):
    ref = refs.ref("person", world.people["hana"])
    for who in ("haeun", "auditor", "hana"):
        with world.as_(who):
            assert people_directory.person(ref).email == "hana@example.org"
    with world.as_("sora"):
        assert refused(people_directory.person, ref=ref) == "core.not_found"


def test_a_ref_is_of_one_kind_and_cannot_be_made_up(world: World):
    key = world.people["hana"]
    name = refs.ref("person", key)
    assert refs.read("person", name) == key
    assert len(name) == 28
    assert key.hex not in name
    changed = ("B" if name[0] == "A" else "A") + name[1:]
    for text in (refs.ref("file", key), changed, "", "x", name[:-4], name + "AAAA", "한글", str(key)):
        with pytest.raises(Missing):
            refs.read("person", text)


def test_neighbouring_keys_do_not_look_alike():
    first = uuid4()
    second = first.__class__(int=first.int ^ 1)
    a, b = refs.ref("person", first), refs.ref("person", second)
    assert sum(x == y for x, y in zip(a, b, strict=True)) < 10


@pytest.fixture
def acts(world: World):
    with world.as_("hana"):
        booking.reserve(equipment="CONFOCAL", start=MONDAY + timedelta(hours=1), end=MONDAY + timedelta(hours=2))
    with world.as_("sora"):
        booking.reserve(equipment="CONFOCAL", start=MONDAY + timedelta(hours=3), end=MONDAY + timedelta(hours=4))
    with enter_person(world.people["hana"], operator=world.people["operator"], reason="asked by phone"):
        booking.reserve(equipment="CHILLER", start=MONDAY + timedelta(hours=1), end=MONDAY + timedelta(hours=2))


def seen(**wanted):
    found = audit.query(audit.Wanted(operation="booking.reserve", **wanted))
    return [(e.actor.en, e.operator.en if e.operator else "", e.organisation.en) for e in audit.entries(found)]


def test_who_sees_which_acts(acts, world: World):
    hers, for_her = ("Hana Kim", "", "Hanbit Bio"), ("Hana Kim", "Operator Min", "Hanbit Bio")
    rivals = ("Sora Lee", "", "Saebom Therapeutics")
    with world.as_("auditor"):
        assert seen() == [for_her, rivals, hers]
        assert seen(acting_only=True) == [for_her]
        assert seen(organisation="SAEBOM") == [rivals]
        assert seen(person=refs.ref("person", world.people["operator"])) == [for_her]
        assert seen(since=date(2027, 3, 1), until=date(2027, 3, 1)) == [for_her, rivals, hers]
        assert seen(since=date(2027, 3, 2)) == []
    with world.as_("hajin"):
        assert seen() == [("Hana Kim", "site staff", "Hanbit Bio"), hers]
        assert refused(lambda: audit.query(audit.Wanted(organisation="SAEBOM"))) == "core.not_found"
    with world.as_("sora"):
        assert seen() == [rivals]


def test_the_frame_counts_ones_own_notices(world: World):
    with scope(system("worker")):
        tell([world.people["hana"]], "x", Text(ko="알림", en="Notice"), "/my-day/", "x")
    with world.as_("hana"):
        assert [(n.text.en, n.read) for n in me.notice_rows(me.notices())] == [("Notice", False)]
        assert [c.code for c in shell.frame().companies] == ["HANBIT"]
    with world.as_("director"):
        assert shell.frame() == shell.Frame(0, ())


def test_the_frame_is_one_statement(world: World, django_assert_num_queries):
    with world.as_("hana"), django_assert_num_queries(1):
        shell.frame()
