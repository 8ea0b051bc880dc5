"""Which day it is: the one on the wall of the site. At one o'clock in the morning in Seoul, UTC is still the day before."""

from datetime import UTC, date, datetime, timedelta

import pytest

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid
from squaremile.residency import operations as residency
from squaremile.residency.models import Evaluation, Milestone, Suspension
from squaremile.residency.reads import days, life

pytestmark = pytest.mark.django_db
NIGHT = datetime(2027, 3, 1, 16, 0, tzinfo=UTC)
"""01:00 on 2 March in Seoul."""
TODAY, YESTERDAY = date(2027, 3, 2), date(2027, 3, 1)
CRITERIA = [{"code": "team", "ko": "인력", "en": "Team", "weight": 1}]


def test_every_day_of_residency_is_the_days_of_the_site(world):
    with clock.as_of(NIGHT), world.as_("programme"):
        assert days.today() == TODAY
        code = residency.open_record(organisation="HANBIT", founded_on=TODAY).code
        with pytest.raises(Invalid, match=r"residency\.milestone"):
            residency.propose_milestone(company=code, title_ko="시제품", due_on=YESTERDAY)
        made = residency.propose_milestone(company=code, title_ko="시제품", due_on=TODAY)
        residency.settle_milestone(milestone=made.code, state="dropped")
        notice = residency.give_notice(company=code, ground="reporting", says_ko="보고가 늦습니다")
        residency.settle_notice(suspension=notice.code, state="cured")
        terms = residency.set_stay_terms(criteria=CRITERIA).code
        residency.move_in(company=code, moved_in_on=date(2025, 6, 1), stay_terms=terms)
        first = Evaluation.objects.order_by("number").first()
        Evaluation.objects.filter(id=first.id).update(due_on=YESTERDAY)
        assert life.of(world.organisations["HANBIT"]).evaluations[0].late
        residency.hold_evaluation(evaluation=first.code, scores={"team": 90}, renew=True, reason_ko="달성")
        found = Suspension.objects.get(code=notice.code)
        assert (found.noticed_on, found.ended_on) == (TODAY, TODAY)
        assert Milestone.objects.get(code=made.code).closed_on == TODAY
        assert Evaluation.objects.get(id=first.id).held_on == TODAY


def test_what_an_evaluation_found_is_for_the_programme_and_the_company(world):
    with clock.as_of(NIGHT):
        with world.as_("programme"):
            code = residency.open_record(organisation="HANBIT").code
            terms = residency.set_stay_terms(criteria=CRITERIA).code
            residency.move_in(company=code, moved_in_on=TODAY - timedelta(days=400), stay_terms=terms)
        seen = {}
        for who in ("director", "programme", "auditor", "operator", "safety", "finance", "hajin", "sujin"):
            with world.as_(who):
                seen[who] = Evaluation.objects.exists()
    assert {who for who, sees in seen.items() if sees} == {"director", "programme", "auditor", "hajin"}
