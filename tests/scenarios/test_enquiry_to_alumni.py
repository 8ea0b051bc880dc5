"""A company from its first enquiry to alumni, through the operator's 38 steps: who does each, what record it leaves, and
what really blocks it. All of them are played.
"""

import pytest

from squaremile.residency.models import Application, Company, CompanyTransition, Departure, Licence, Member, Offer
from squaremile.residency.reads import companies
from tests.scenarios.alumni import coming, leaving, residing, settling, upkeep
from tests.scenarios.alumni.story import STEPS, Story
from tests.world import World

pytestmark = pytest.mark.django_db

CHAPTERS = (coming, settling, residing, upkeep, leaving)
ALL = set(range(1, 39))


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


def test_every_step_is_played():
    assert {scene.__module__ for scene in STEPS.values()} == {chapter.__name__ for chapter in CHAPTERS}
    assert set(STEPS) == ALL
