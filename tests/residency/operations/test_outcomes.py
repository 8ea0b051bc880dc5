"""Outcomes: entered, corrected, withdrawn; what each refuses; and that a rival never sees them."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import connection

from squaremile.core import operations as core
from squaremile.core.models import Activity
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.residency import operations as residency
from squaremile.residency.models import OutcomeEntry
from squaremile.residency.reads import outcomes
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
JUNE = date(2026, 6, 1)
RAISED = {"kind": "capital", "happened_on": JUNE, "money": Decimal(3_000_000_000), "currency": "krw",
          "funding_source": "venture", "funding_round": "seed"}  # fmt: skip


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def company(world):
    with world.as_("programme"):
        residency.open_record(organisation="SAEBOM")
        return residency.open_record(organisation="HANBIT").code


def test_a_company_tells_its_own_and_staff_verify_it(world, company):
    with world.as_("hajin"):
        told = residency.record_outcome(company=company, evidence_url="https://example.org/round", **RAISED)
        assert (told.confidence, told.amount_minor, told.currency) == ("self_reported", 3_000_000_000, "KRW")
    with world.as_("programme"):
        seen = residency.correct_outcome(
            outcome_entry=told.code, verified=True, evidence_url="https://example.org/round",
            **{name: value for name, value in RAISED.items() if name != "kind"},
        )
        rows = outcomes.entries(company=company)
        assert [(r.code, r.standing, r.confidence) for r in rows] == [
            (seen.code, True, "verified"), (told.code, False, "self_reported"),
        ]  # fmt: skip
        assert rows[0].corrects == told.code
        assert Activity.objects.get(operation="residency.correct_outcome").organisation_id == seen.company_id
        with pytest.raises(Refused) as again:
            residency.withdraw_outcome(outcome_entry=told.code, reason="두 번")
        assert again.value.code == "residency.outcome_corrected"


def test_what_is_withdrawn_stays_readable_and_counts_no_more(world, company):
    with world.as_("programme"):
        told = residency.record_outcome(company=company, kind="ipo", happened_on=JUNE)
        gone = residency.withdraw_outcome(outcome_entry=told.code, reason="다른 회사입니다")
        assert outcomes.entries(standing_only=True) == []
        assert {r.code: r.note for r in outcomes.entries()} == {told.code: "", gone.code: "다른 회사입니다"}


@pytest.mark.parametrize(
    ("said", "error", "code"),
    [
        ({"kind": "happiness"}, Invalid, "residency.outcome_kind_unknown"),
        ({"kind": "jobs"}, Invalid, "residency.outcome_unfit"),
        ({**RAISED, "currency": "XXX"}, Invalid, "residency.outcome_unfit"),
        ({**RAISED, "funding_source": "lottery"}, Invalid, "residency.outcome_unfit"),
        ({**RAISED, "funding_round": "series_z"}, Invalid, "residency.outcome_unfit"),
        ({"kind": "ipo", "happened_on": date(2027, 3, 2)}, Invalid, "residency.outcome_later"),
        ({"kind": "ipo", "evidence_url": "javascript:alert(1)"}, Refused, "residency.evidence_unfit"),
        ({"kind": "ipo", "file": uuid4()}, Refused, "residency.evidence_not_its_own"),
        ({"kind": "ipo", "verified": True}, Refused, "residency.verified_needs_evidence"),
        ({"kind": "regional_financing", "money": Decimal(1), "currency": "KRW"}, Invalid, "residency.outcome_unfit"),
        ({"kind": "ipo", "company": ""}, Invalid, "residency.outcome_unfit"),
        ({"kind": "ipo", "company": "CO-NOBODY"}, Missing, "residency.company_unknown"),
    ],
)  # fmt: skip
def test_what_an_entry_is_refused_for(world, company, said, error, code):
    with world.as_("programme"), pytest.raises(error) as refused:
        residency.record_outcome(**{"company": company, "happened_on": JUNE, **said})
    assert refused.value.code == code


def test_no_company_verifies_itself_or_speaks_for_the_region(world, company):
    with world.as_("hajin"):
        with pytest.raises(Refused) as own:
            residency.record_outcome(
                company=company, kind="ipo", happened_on=JUNE, verified=True, evidence_url="https://example.org/"
            )
        assert own.value.code == "residency.verified_by_staff"
        with pytest.raises(Missing):
            residency.record_outcome(kind="regional_financing", happened_on=JUNE, money=Decimal(1), currency="KRW")
    with world.as_("programme"):
        kept = residency.record_outcome(kind="regional_financing", happened_on=JUNE, money=Decimal(9), currency="KRW")
        assert kept.company_id is None
    with world.as_("hana"), pytest.raises(Forbidden):
        residency.record_outcome(company=company, kind="ipo", happened_on=JUNE)


def test_evidence_is_a_file_of_that_company(world, company):
    with world.as_("sujin"):
        theirs = core.store_file(name="x.pdf", content=b"%PDF-1.7 x", organisation=world.organisations["SAEBOM"])
    with world.as_("hajin"):
        ours = core.store_file(name="y.pdf", content=b"%PDF-1.7 y", organisation=world.organisations["HANBIT"])
        with pytest.raises(Refused) as refused:
            residency.record_outcome(company=company, kind="ipo", happened_on=JUNE, file=theirs.id)
        assert refused.value.code == "residency.evidence_not_its_own"
        residency.record_outcome(company=company, kind="ipo", happened_on=JUNE, file=ours.id)
        assert outcomes.entries()[0].file_url.endswith("/y.pdf")


class TestRivals:
    @pytest.fixture
    def told(self, world, company):
        with world.as_("hajin"):
            return residency.record_outcome(company=company, may_publish=True, **RAISED)

    @pytest.mark.parametrize("who", ["sujin", "sora", "hana", "operator", "safety"])
    def test_nobody_else_sees_an_entry(self, world, told, who):
        with world.as_(who):
            assert outcomes.entries() == []
            assert OutcomeEntry.objects.count() == 0

    def test_a_rival_changes_nothing_of_hers(self, world, company, told):
        said = {name: value for name, value in RAISED.items() if name != "kind"}
        with world.as_("sujin"):
            for act in (
                lambda: residency.correct_outcome(outcome_entry=told.code, **said),
                lambda: residency.withdraw_outcome(outcome_entry=told.code, reason="훔침"),
                lambda: residency.record_outcome(company=company, **RAISED),
            ):
                with pytest.raises(Missing):
                    act()

    def test_the_database_lets_no_rival_correct_it_either(self, world, told):
        with world.as_("sujin"), pytest.raises(Exception, match="a correction is of the same company"):
            OutcomeEntry.objects.bulk_create([OutcomeEntry(
                code="OE-STOLEN", company_id=world.organisations["SAEBOM"], kind="capital", happened_on=JUNE, amount_minor=1,
                currency="KRW", source="venture", confidence="self_reported", origin="entered", corrects_id=told.id,
                entered_at=clock.now(),
            )])
        connection.needs_rollback = False

    def test_a_key_holder_tells_of_her_own_company_alone(self, world, company, told):
        holder = Scope(grants=(Grant("applicant", world.organisations["SAEBOM"]),))
        with scope(holder):
            assert outcomes.entries() == []
            with pytest.raises(Missing):
                residency.record_outcome(company=company, kind="ipo", happened_on=JUNE)

    def test_nothing_is_changed_or_removed(self, world, told):
        with connection.cursor() as cursor:
            for table in ("outcome_entry", "impact_figure", "impact_evidence", "impact_restatement"):
                cursor.execute("SELECT has_table_privilege('sm_app', %s, 'UPDATE, DELETE, TRUNCATE')", (f"residency_{table}",))
                assert cursor.fetchone() == (False,)
