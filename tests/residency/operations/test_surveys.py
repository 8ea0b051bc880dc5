"""The yearly survey: who is asked, by account or by key; answers become outcomes, and correct themselves."""

from datetime import date, timedelta

import pytest
from django.test import Client

from squaremile.core import door_keys, outbox
from squaremile.core.entering import enter_key, secret_hash
from squaremile.core.models import Mail, Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import Company, OutcomeEntry, SurveyAnswer
from squaremile.residency.reads import outcomes, surveys
from tests.residency.applying import begun, opened_call, secret
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
DAY, CLOSES = date(2026, 12, 31), date(2027, 3, 31)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def survey(world):
    with world.as_("programme"):
        residency.open_record(organisation="HANBIT")
        return residency.open_outcome_survey(as_of=DAY, closes_on=CLOSES).code


def standing():
    return {row.kind: row for row in outcomes.entries(standing_only=True)}


def test_the_admin_is_asked_and_her_answers_become_outcomes(world, survey):
    with scope(system("worker")):
        outbox.deliver()
        assert [n.url for n in Notice.objects.filter(kind="residency.survey")] == [f"/residency/surveys/{survey}/"]
    with world.as_("hajin"):
        assert [s.code for s in surveys.surveys()] == [survey]
        replies = {"jobs": "12", "raised": "3000000000", "currency": "KRW", "round": "seed", "source": "venture",
                   "filed": "0", "women": 1, "founders": "3", "evidence": "https://example.org/news"}  # fmt: skip
        residency.answer_outcome_survey(survey=survey, replies=replies, may_publish=True)
        found = standing()
        assert sorted(found) == ["capital", "founders", "jobs"]
        assert (found["jobs"].count, found["jobs"].confidence, found["jobs"].origin) == (12, "self_reported", "survey")
        assert (found["capital"].amount, found["capital"].evidence_url) == (3_000_000_000, "https://example.org/news")
        residency.answer_outcome_survey(survey=survey, replies={"jobs": "14"})
        assert [(k, r.count) for k, r in standing().items()] == [("jobs", 14)]
        assert OutcomeEntry.objects.filter(kind="jobs").count() == 2


def test_a_verified_answer_is_corrected_not_doubled(world, survey):
    with world.as_("hajin"):
        residency.answer_outcome_survey(survey=survey, replies={"jobs": "12"})
    with world.as_("programme"):
        residency.correct_outcome(
            outcome_entry=standing()["jobs"].code, happened_on=DAY, counted=11, verified=True, evidence_url="https://example.org/"
        )
    with world.as_("hajin"):
        residency.answer_outcome_survey(survey=survey, replies={"jobs": "13"})
        assert [(r.count, r.confidence) for r in outcomes.entries(standing_only=True)] == [(13, "self_reported")]


def test_whoever_has_no_account_answers_by_her_key(world, survey):
    with world.as_("programme"):
        code = residency.open_record(organisation="SAEBOM", state="alumni").code
        residency.ask_outcome_survey(survey=survey, company=code, email="CEO@alumna.example")
        with pytest.raises(Refused) as twice:
            residency.ask_outcome_survey(survey=survey, company=code)
        assert twice.value.code == "residency.survey_asked"
    with scope(system("worker")):
        secret = Mail.objects.get(to="ceo@alumna.example").body.partition("/door/enter/")[2].partition("/")[0]
    with enter_key(secret_hash(secret)) as entered:
        assert entered is not None
        assert surveys.own_sheet(survey).company == code
        residency.answer_outcome_survey(survey=survey, replies={"jobs": "3"})
    with world.as_("programme"):
        assert [(r.company, r.count) for r in outcomes.entries(standing_only=True)] == [(code, 3)]
        assert [(s.asked, s.answered) for s in surveys.surveys()] == [(2, 1)]


@pytest.mark.parametrize(
    ("replies", "question"),
    [
        ({"jobs": "many"}, "기준일에 고용한 사람 수"), ({"jobs": "-1"}, "기준일에 고용한 사람 수"), ({"raised": "5"}, "통화"),
        ({"raised": "5", "currency": "KRW"}, "주된 자금원"), ({"raised": "NaN"}, "지난 한 해 유치한 자금"),
        ({"recommend": "11"}, "이곳을 동료에게 추천하시겠습니까? (0~10)"), ({"women": "2", "founders": "1"}, "창업자 모두"),
        ({"evidence": "ftp://x"}, "증빙 주소(누리집, 보도자료)"), ({"happiness": "5"}, "happiness"),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_read_is_named(world, survey, replies, question):
    with world.as_("hajin"), pytest.raises(Invalid) as refused:
        residency.answer_outcome_survey(survey=survey, replies=replies)
    assert refused.value.code == "residency.answer_unfit"
    assert question in refused.value.text.ko


def test_what_is_refused(world, survey):
    with world.as_("programme"):
        with pytest.raises(Invalid) as early:
            residency.open_outcome_survey(as_of=DAY, closes_on=date(2027, 3, 1))
        assert early.value.code == "residency.survey_closes"
        with pytest.raises(Refused) as twice:
            residency.open_outcome_survey(as_of=DAY, closes_on=CLOSES)
        assert twice.value.code == "residency.survey_once"
        with pytest.raises(Missing):
            residency.ask_outcome_survey(survey="SV-NOBODY", company="CO-NOBODY")
    with world.as_("hajin"), clock.as_of(MONDAY + timedelta(days=31)), pytest.raises(Refused) as shut:
        residency.answer_outcome_survey(survey=survey, replies={})
    assert shut.value.code == "residency.survey_shut"
    with world.as_("hana"), pytest.raises(Forbidden):
        residency.answer_outcome_survey(survey=survey, replies={})


def test_nobody_to_ask_is_said(world, survey):
    from squaremile.core import operations as core

    with world.as_("programme"):
        core.add_organisation(code="BARE", name_ko="빈", name_en="Bare")
        code = residency.open_record(organisation="BARE").code
        with pytest.raises(Refused) as nobody:
            residency.ask_outcome_survey(survey=survey, company=code)
        assert nobody.value.code == "residency.nobody_to_ask"


def test_a_rival_sees_no_sheet_and_answers_none(world, survey):
    with world.as_("sujin"):
        assert surveys.surveys() == []
        assert SurveyAnswer.objects.count() == 0
        with pytest.raises(Missing):
            residency.answer_outcome_survey(survey=survey, replies={"jobs": "1"})


def test_whoever_has_not_answered_is_reminded_once(world, survey):
    with scope(system("worker")):
        assert residency.remind_outcome_survey() == 0
        with clock.as_of(MONDAY + timedelta(days=20)):
            assert residency.remind_outcome_survey() == 1
            assert residency.remind_outcome_survey() == 0
        assert Notice.objects.filter(kind="residency.survey").count() == 1


def test_a_key_of_the_survey_is_no_key_of_an_applicant(world, survey):
    code = begun(opened_call(world), "ceo@prospect.example")
    with world.as_("programme"):
        company = Company.objects.get(applications__code=code)
        writer = secret("ceo@prospect.example")
        residency.ask_outcome_survey(survey=survey, company=company.code, email="ceo@prospect.example")
        assert sorted(key.kind for key in door_keys.standing(holder=company.id)) == ["applicant", "survey"]
    asked = secret("ceo@prospect.example")
    assert asked != writer
    with enter_key(secret_hash(asked)) as entered:
        assert entered is not None
        residency.answer_outcome_survey(survey=survey, replies={"jobs": "3"})
        with pytest.raises(Forbidden):
            residency.withdraw_application(application=code)
    with enter_key(secret_hash(writer)) as entered:
        assert entered is not None, "the key that writes the application still opens it"
    client = Client()
    assert client.get(f"/door/enter/{asked}/", follow=True).redirect_chain[-1][0] == f"/door/surveys/{survey}/"
    assert client.get(f"/door/applications/{code}/").status_code == 403
