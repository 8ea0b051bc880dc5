"""Organisations and projects: what changes them, and who may not."""

import pytest

from squaremile.core import operations as core
from squaremile.core.models import Card, Organisation, Project
from tests.core.operations.asking import refused
from tests.world import World

NEW = {"organisation": "HANBIT", "name_ko": "한빛", "name_en": "Hanbit", "kind": "company"}


def test_staff_rename_an_organisation_and_its_card_follows(world: World):
    with world.as_("programme"):
        core.edit_organisation(**NEW)
        card = Card.objects.get(kind="organisation", subject=world.organisations["HANBIT"])
        assert (card.title_ko, card.title_en, card.says_en) == ("한빛", "Hanbit", "company")


def test_one_taken_out_of_use_is_no_longer_found(world: World):
    with world.as_("director"):
        core.edit_organisation(**NEW, active=False)
        assert not Card.objects.filter(subject=world.organisations["HANBIT"]).exists()


@pytest.mark.parametrize(
    ("who", "change", "code"),
    [
        ("director", {"organisation": "NOBODY"}, "core.not_found"),
        ("director", {"name_ko": " ", "name_en": ""}, "core.name_needed"),
        ("director", {"kind": "circus"}, "core.bad_input"),
        ("hajin", {}, "access.not_allowed"),
        ("finance", {}, "access.not_allowed"),
    ],
)
def test_editing_is_refused(world: World, who, change, code):
    with world.as_(who):
        assert refused(core.edit_organisation, **{**NEW, **change}) == code


def test_a_company_keeps_its_own_projects(world: World):
    with world.as_("hajin"):
        core.edit_project(project="PJ-HANBIT", name_ko="새 과제", name_en="", reference="RS-2027-1")
        core.close_project(project="PJ-HANBIT")
        found = Project.objects.get(code="PJ-HANBIT")
        assert (found.name_ko, found.reference, found.active) == ("새 과제", "RS-2027-1", False)
        assert refused(core.close_project, project="PJ-HANBIT") == "core.project_closed"
        assert refused(core.edit_project, project="PJ-HANBIT", name_ko="x", name_en="") == "core.project_closed"


def test_a_rivals_project_is_told_like_one_that_does_not_exist(world: World):
    with world.as_("sujin"):
        for project in ("PJ-HANBIT", "PJ-NOBODY"):
            assert refused(core.edit_project, project=project, name_ko="x", name_en="") == "core.not_found"
            assert refused(core.close_project, project=project) == "core.not_found"
        theirs = {"organisation": world.organisations["HANBIT"], "name_ko": "x", "name_en": ""}
        assert refused(core.add_project, **theirs) == "access.not_allowed"
        assert not Organisation.objects.filter(code="HANBIT").exists()


def test_a_project_needs_a_name(world: World):
    with world.as_("hajin"):
        assert refused(core.edit_project, project="PJ-HANBIT", name_ko="", name_en=" ") == "core.name_needed"


def test_a_scientist_keeps_no_projects(world: World):
    with world.as_("hana"):
        assert refused(core.close_project, project="PJ-HANBIT") == "access.not_allowed"
