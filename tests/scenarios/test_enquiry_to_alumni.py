"""A company from its first enquiry to alumni, through the operator's 38 steps: who does each, what record it leaves, and
what really blocks it. A step for which there is no record yet is named in NOT_THERE_YET; one that has a record, and is not
played, in NOT_PLAYED_YET.
"""

import re

import pytest
from django.db import connection

from squaremile.residency.models import Application, Company, CompanyTransition, Departure, Licence, Member, Offer
from squaremile.residency.reads import companies
from tests.scenarios.alumni import coming, leaving, residing, settling, upkeep
from tests.scenarios.alumni.story import STEPS, Story
from tests.world import World

pytestmark = pytest.mark.django_db

CHAPTERS = (coming, settling, residing, upkeep, leaving)
ALL = set(range(1, 39))
NOT_THERE_YET: dict[int, tuple[str, str]] = {
}
"""By the number of the step: what it is, and the name of a table (as a pattern) by which it could be played."""
NOT_PLAYED_YET: dict[int, str] = {}
"""By the number of the step: what it is. There is a table, the story does not play it yet."""


def test_from_the_first_enquiry_to_alumni(world: World):
    story = Story(world)
    for number in sorted(STEPS):
        STEPS[number](story)
    with story.by("programme", 1103):
        assert companies.company(story.company).state == "alumni"
        steps = CompanyTransition.objects.filter(company__code=story.company).values_list("before", "after")
        assert set(steps) == {
            ("", "applicant"), ("applicant", "admitted"), ("admitted", "resident"), ("resident", "alumni")}
    for rival in ("sujin", "sora"):
        with story.by(rival, 700):
            assert not Company.objects.filter(id=story.organisation).exists()
            for kept in (Application, Licence, Offer, Member, Departure):
                assert not kept.objects.filter(company=story.organisation).exists()


def test_every_step_is_played_or_said_to_be_missing():
    assert {scene.__module__ for scene in STEPS.values()} == {chapter.__name__ for chapter in CHAPTERS}
    assert set(STEPS) | set(NOT_THERE_YET) | set(NOT_PLAYED_YET) == ALL
    assert len(STEPS) + len(NOT_THERE_YET) + len(NOT_PLAYED_YET) == len(ALL), "a step is named twice"


@pytest.mark.parametrize("number", sorted(NOT_THERE_YET))
def test_what_is_not_there_yet_is_not_there(number: int, world: World):
    """It fails on the day on which the step has a table: then the step is to be played, and its line here to go."""
    what, pattern = NOT_THERE_YET[number]
    found = [table for table in connection.introspection.table_names() if re.search(pattern, table)]
    assert found == [], f"step {number} ({what}) can be played now: write it beside the others"
