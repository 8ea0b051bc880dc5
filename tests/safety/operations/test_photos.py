"""Photographs of incidents and findings: read by whoever may read what they show, and by nobody else."""

import pytest

from squaremile.core import operations as core
from squaremile.core.reads import files
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.safety import operations as safety
from squaremile.safety.reads import incidents
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 32


@pytest.fixture(autouse=True)
def monday(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with clock.as_of(MONDAY):
        yield


def seen(world: World, key) -> list[str]:
    """Who opens the file."""
    found = []
    for who in world.people:
        with world.as_(who):
            try:
                files.file(key)
                found.append(who)
            except Missing:
                pass
    return found


def test_in_a_shared_room_the_cluster_does_not_see_it(world: World):
    with world.as_("operator"):
        code = safety.report_incident(what_happened="복도에 물이 샘", incident_kind="spill", place="R202").code
        file = core.store_file(name="hall.png", content=PNG)
    assert len(seen(world, file.id)) == len(world.people)
    with world.as_("operator"):
        safety.add_incident_photo(incident=code, photo=file.id, shows="복도")
        with pytest.raises(Refused, match="photo_twice"):
            safety.add_incident_photo(incident=code, photo=file.id)
    assert seen(world, file.id) == ["director", "operator", "safety", "auditor"]
    with world.as_("safety"):
        assert [p.shows for p in incidents.incident(code).photos] == ["복도"]


def test_a_company_sees_its_own_and_finance_does_not(world: World):
    with world.as_("hana"):
        code = safety.report_incident(what_happened="쏟아짐", incident_kind="spill", place="R201").code
        file = core.store_file(name="spill.png", content=PNG, organisation=world.organisations["HANBIT"])
        safety.add_incident_photo(incident=code, photo=file.id)
    assert seen(world, file.id) == ["director", "operator", "safety", "auditor", "hana", "haeun", "hajin"]


def test_what_is_refused(world: World):
    with world.as_("hana"):
        code = safety.report_incident(what_happened="쏟아짐").code
        paper = core.store_file(name="a.pdf", content=b"%PDF-1.7\n" + b"x" * 32, organisation=world.organisations["HANBIT"])
        with pytest.raises(Invalid, match="photo_unfit"):
            safety.add_incident_photo(incident=code, photo=paper.id)
    with world.as_("sora"), pytest.raises(Missing, match="incident_unknown"):
        safety.add_incident_photo(incident=code, photo=paper.id)
    with world.as_("auditor"), pytest.raises(Forbidden):
        safety.add_incident_photo(incident=code, photo=paper.id)


def test_a_photo_of_a_finding_likewise(world: World):
    with world.as_("safety"):
        file = core.store_file(name="wall.png", content=PNG)
        safety.set_room_risk(place="R202", grade="low")
        safety.raise_finding(what_is_wrong="소화기 없음", severity="major", place="R202", photo=file.id)
    assert "sora" not in seen(world, file.id)
    assert {"safety", "director"} <= set(seen(world, file.id))
