"""Impact reports: frozen figures, their evidence, what is withheld, and how earlier ones are restated."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection

from squaremile.core import operations as core
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.period import Period
from squaremile.residency import operations as residency
from squaremile.residency.models import ImpactEvidence, ImpactReport, Licence
from squaremile.residency.reads import impact
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 31)
JUNE = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def companies(world):
    """Four companies on record."""
    with world.as_("programme"):
        for code in ("C3", "C4"):
            core.add_organisation(code=code, name_ko=code, name_en=code)
        return [residency.open_record(organisation=code).code for code in ("HANBIT", "SAEBOM", "C3", "C4")]


def raise_capital(company, amount, **more):
    said = {"kind": "capital", "happened_on": JUNE, "money": Decimal(amount), "currency": "KRW", "funding_source": "venture"}
    return residency.record_outcome(company=company, **{**said, **more})


def freeze(as_of=DAY, **more):
    return residency.freeze_impact_report(as_of=as_of, title_ko="성과", title_en="Impact", **more).code


def told(code):
    return {
        (f.definition.code, str(f.part or "")): f for f in impact.report(code).figures
    }  # fmt: skip


def test_a_report_keeps_what_stood_that_day(world, companies):
    with world.as_("programme"):
        for company in companies[:3]:
            raise_capital(company, 100)
        code = freeze()
        raise_capital(companies[3], 900, happened_on=date(2026, 7, 1))
        figure = told(code)["capital", ""]
        assert (figure.value, figure.definition.version, figure.companies, figure.self_reported) == (300, 2, 3, 3)
        behind = impact.evidence(code, figure.position)
        assert sorted(row.company for row in behind.entries) == sorted(companies[:3])


def test_few_companies_are_withheld_and_not_kept(world, companies):
    with world.as_("programme"):
        for company in companies[:2]:
            raise_capital(company, 100)
        figure = told(freeze())["capital", ""]
        assert (figure.value, figure.companies, figure.because.en[:8]) == (None, None, "Withheld")
        assert ImpactEvidence.objects.filter(figure__indicator="capital").count() == 0


def test_a_changed_definition_stands_beside_the_old_figure(world, companies):
    with world.as_("programme"):
        for company in companies:
            raise_capital(company, 100)
            residency.record_outcome(
                company=company, kind="acquisition", happened_on=JUNE, money=Decimal(1000), currency="KRW"
            )
        first = freeze(versions=["capital:1"])
        second = freeze()
        assert told(first)["capital", ""].value == 4400
        assert told(second)["capital", ""].value == 400
        changed = [r for r in impact.report(second).restated if r.name == told(first)["capital", ""].name]
        assert [(r.report, r.before, r.before_version, r.after, r.after_version, r.changed.en) for r in changed] == [
            (first, 4400, 1, 400, 2, "The definition has changed.")
        ]
        assert impact.report(first).restated == ()


def test_what_became_known_since_restates_unless_it_shows_one_company(world, companies):
    with world.as_("programme"):
        entries = [raise_capital(company, 100) for company in companies]
        first = freeze()
        said = {"happened_on": JUNE, "currency": "KRW", "funding_source": "venture"}
        residency.correct_outcome(outcome_entry=entries[0].code, money=Decimal(500), **said)
        second = freeze()
        one = [r for r in impact.report(second).restated if r.unit.en == "KRW"]
        assert {r.after for r in one} == {None}
        assert {r.report for r in one} == {first}
        assert told(second)["capital", ""].value is None
        for entry in entries[1:]:
            residency.correct_outcome(outcome_entry=entry.code, money=Decimal(200), **said)
        third = freeze()
        assert told(third)["capital", ""].value == 1100
        assert {(r.before, r.after) for r in impact.report(third).restated if r.name.en == "Capital raised, ever"} == {(400, 1100)}


def test_what_is_refused(world, companies):
    with world.as_("programme"):
        for said, error, code in (
            ({"as_of": date(2027, 3, 2)}, Invalid, "residency.report_ahead"),
            ({"versions": ["capital:9"]}, Invalid, "residency.definition_unknown"),
            ({"versions": ["capital"]}, Invalid, "residency.definition_unknown"),
            ({"title_ko": "", "title_en": " "}, Refused, "residency.report_untitled"),
        ):  # fmt: skip
            with pytest.raises(error) as refused:
                residency.freeze_impact_report(**{"as_of": DAY, "title_ko": "성과", **said})
            assert refused.value.code == code
        code = freeze()
        residency.publish_impact_report(impact_report=code)
        with pytest.raises(Refused) as out:
            residency.publish_impact_report(impact_report=code)
        assert out.value.code == "residency.report_out"
        with pytest.raises(Missing):
            residency.publish_impact_report(impact_report="IR-NOBODY")
    with world.as_("hajin"), pytest.raises(Forbidden):
        residency.publish_impact_report(impact_report=code)


def test_others_read_it_once_published_with_open_links_and_no_entries(world, companies):
    with world.as_("programme"):
        for number, company in enumerate(companies):
            raise_capital(
                company, 100, verified=True, evidence_url=f"https://example.org/{number}", may_publish=number == 0
            )
        code = freeze()
        place = told(code)["capital", ""].position
    with world.as_("hajin"):
        with pytest.raises(Missing):
            impact.report(code)
        assert impact.published("jobs") is None
    with world.as_("programme"):
        residency.publish_impact_report(impact_report=code)
    with world.as_("sora"):
        assert told(code)["capital", ""].value == 400
        behind = impact.evidence(code, place)
        assert (behind.entries, behind.links) == ((), ("https://example.org/0",))
        assert [f.definition.code for f in impact.published("capital").figures] == ["capital"]
    with world.as_("hajin"):
        assert [row.company for row in impact.evidence(code, place).entries] == [companies[0]]


def test_the_database_keeps_a_report_as_it_was(world, companies):
    with world.as_("programme"):
        code = freeze()
    with world.as_("programme"), pytest.raises(Exception, match="permission denied"):
        ImpactReport.objects.filter(code=code).update(as_of=JUNE)
    connection.needs_rollback = False


def test_who_was_here_before_the_record_counts_from_her_first_licence(world, companies):
    with world.as_("programme"):
        code = core.add_organisation(code="OLD", name_ko="오래", name_en="Old").code
        alumna = residency.open_record(organisation=code, state="alumni")
        Licence.objects.create(
            code="LC-OLD", company=alumna, period=Period(MONDAY - timedelta(days=900), MONDAY - timedelta(days=200)),
            state="in_force", created_at=MONDAY,
        )
        Licence.objects.filter(code="LC-OLD").update(state="ended")
        counted = [
            tuple(figures[f"companies_{s}", ""].value for s in ("resident", "alumni"))
            for figures in (told(freeze(as_of=(MONDAY - timedelta(days=d)).date())) for d in (950, 500, 100))
        ]
        assert counted == [(0, 0), (1, 0), (0, 1)]
