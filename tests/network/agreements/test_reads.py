"""Clocks told once, figures with their definitions, the heat-map's sums, the council report a year later."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from squaremile.core.models import Mail, Notice
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import Need, NeedDetail
from squaremile.network.policies.kpis import REGISTRY
from squaremile.network.reads import agreement_dues, kpis, promises
from squaremile.network.reads.council import council_report, lapses
from squaremile.network.reads.heat import heat
from squaremile.network.tasks.agreements import remind
from tests.network.agreements.making import SIGNED, arrived, promise, signed
from tests.world import MONDAY, World

pytestmark = pytest.mark.usefixtures("at_monday")
DAY = timedelta(days=1)


def told(world: World) -> list[tuple[str, str]]:
    """Who was told what, of every notice there is."""
    found = []
    for who in world.people:
        with world.as_(who):
            found += [(who, kind) for kind in Notice.objects.filter(kind__startswith="network.clock").values_list("kind", flat=True)]
    return sorted(found)


def run() -> None:
    with scope(system("worker")):
        remind()


def test_reminders_go_out_once_and_escalate_until_answered(world: World):
    with world.as_("programme"):
        made = signed(world, deputy="director@example.org", officer="programme@example.org", ends_on=None, notice_days=None)
    due = SIGNED + 50 * DAY
    run()
    assert told(world) == [("director", "network.clock_due"), ("programme", "network.clock_due")], "14 days ahead"
    run()
    assert len(told(world)) == 2
    with scope(system("worker")):
        letters = Mail.objects.filter(to="programme@example.org", body__contains=made.code)
        assert letters.count() == 1
    late = MONDAY + (due - date(2027, 3, 1)) + 7 * DAY
    with clock.as_of(late - DAY):
        run()
        assert ("director", "network.clock_unanswered") not in told(world)
    with clock.as_of(late):
        run()
        run()
        assert told(world).count(("director", "network.clock_unanswered")) == 1
        with world.as_("programme"):
            network.answer_clock(agreement=made.code, clock_name="council_report", anchor=SIGNED, says="보고함")
        before = told(world)
    with clock.as_of(late + 5 * DAY):
        run()
        assert told(world) == before


def test_an_answer_before_the_day_keeps_everybody_quiet(world: World):
    with world.as_("programme"):
        made = signed(world, ends_on=None, notice_days=None)
        network.answer_clock(agreement=made.code, clock_name="council_report", anchor=SIGNED, says="보고함")
    run()
    assert told(world) == []


def test_renewals_count_from_the_earlier_of_end_and_notice(world: World):
    with world.as_("programme"):
        made = signed(world, binding=False, ends_on=date(2027, 9, 30), notice_days=30)
        rows = agreement_dues.dues(date(2027, 3, 15))
        assert [(r.due.clock, r.due.due_on) for r in rows] == [("renewal_first", date(2027, 3, 4))]
        network.advance_agreement(agreement=made.code, step="effective", happened_on=date(2027, 2, 1))
        network.renew_agreement(agreement=made.code, ends_on=date(2029, 9, 30))
        assert agreement_dues.dues(date(2027, 3, 15)) == []
        network.set_clock(clock_name="renewal_first", days=1000)
        assert [r.due.clock for r in agreement_dues.dues(date(2027, 3, 15))] == ["renewal_first"]


def test_every_kpi_prints_its_definition_its_day_and_its_base(world: World):
    with world.as_("auditor"):
        lines = kpis.board()
    assert [line.kpi.code for line in lines] == list(REGISTRY)
    for line in lines:
        for text in (line.kpi.name, line.kpi.says, line.kpi.formula, line.kpi.source, line.kpi.guard):
            assert text.ko and text.en
        assert line.as_of == date(2027, 3, 1)
        assert all(value.base >= 0 for value in line.values)
        assert len({(v.unit, v.part, v.of) for v in line.values}) == len(line.values)


def test_kpis_of_agreements(world: World):
    with world.as_("programme"):
        first = signed(world)
        arrived(promise(first, 400), 100)
        promise(signed(world, title_ko="둘째"), 600)
        gone = signed(world, title_ko="셋째")
        network.end_agreement(agreement=gone.code, ending="lapsed", reason="왜")
        network.answer_clock(agreement=first.code, clock_name="council_report", anchor=SIGNED, says="보고함")
        found = {line.kpi.code: [(v.unit, v.value, v.base) for v in line.values] for line in kpis.board()}
        assert found["agreements_signed"] == [("count", Decimal(3), 3)]
        assert found["agreements_ended"] == [("percent", Decimal("33.3"), 3)]
        assert found["promised"] == [("KRW", Decimal(1000), 2)]
        assert found["arrived"] == [("KRW", Decimal(100), 2)]
        assert found["realised_share"] == [("percent", Decimal("10.0"), 2)]
        assert found["overdue"] == [("count", Decimal(0), 2)], "the lapsed one owes nothing"
        before = {line.kpi.code: [v.value for v in line.values] for line in kpis.board(SIGNED - DAY)}
        assert before["agreements_signed"] == [Decimal(0)]
        assert before["promised"] == []
    with clock.as_of(MONDAY + 120 * DAY), world.as_("programme"):
        found = {line.kpi.code: [(v.unit, v.value, v.base) for v in line.values] for line in kpis.board()}
        assert found["action_plans"] == [("percent", Decimal("0.0"), 2)]
        assert found["overdue"][0][1] == 5, "a council report, two action plans, and a first quarter each"


def test_kpis_of_needs(world: World):
    with world.as_("programme"):
        for n, (state, outcome) in enumerate((("open", ""), ("closed", "license"), ("closed", ""))):
            need = Need.objects.create(
                code=f"ND-{n}", mode="consult", title_ko="수요", horizon_months=6, state="open", created_at=MONDAY - DAY,
                opened_at=MONDAY - DAY,
            )
            NeedDetail.objects.create(need=need, organisation_id=world.organisations["HANBIT"],
                                      asked_by_id=world.people["hana"], outcome=outcome, outcome_reason=outcome)
            if state == "closed":
                Need.objects.filter(id=need.id).update(state="closed", closed_at=MONDAY)
        found = {line.kpi.code: line.values for line in kpis.board()}
    assert [(v.value, v.base) for v in found["needs_logged"]] == [(Decimal(3), 3)]
    assert {(v.of.en, v.value) for v in found["needs_outcomes"]} == {("Licence", 1), ("not recorded", 1)}
    assert [v.of.en for v in found["first_step"]] == ["median", "90th percentile"]


def test_the_heat_map_adds_up_and_leads_to_the_entries(world: World):
    with world.as_("programme"):
        arrived(promise(signed(world), 400), 100)
        promise(signed(world, on=date(2026, 5, 1), title_ko="작년"), 600)
        promise(signed(world, organisation="", title_ko="찰스"), 50, amount_unit="person", commitment_kind="exchange")
        shown = heat("KRW", "year", date(2027, 3, 1), party="SAEBOM")
        assert [key for key, _ in shown.columns] == ["2026", "2027"]
        assert [(r.party, [c.promised if c else None for c in r.cells]) for r in shown.rows] == [("SAEBOM", [600, 400])]
        assert (shown.total.promised, shown.total.arrived, shown.total.band) == (1000, 100, 1)
        assert sum(d.share.arrived for d in shown.behind) == shown.total.arrived
        assert shown.units == ("KRW", "person")
        kinds = heat("person", "kind", date(2027, 3, 1), column="exchange")
        assert [(r.party, r.total.promised) for r in kinds.rows] == [("PN-CHARLES", 50)]
        assert len(kinds.behind) == 1


def test_a_company_counts_only_what_it_may_see(world: World):
    with world.as_("programme"):
        promise(signed(world), 400)
        promise(signed(world, organisation="HANBIT", title_ko="한빛"), 77)
    for who, amount in (("sora", 400), ("hana", 77), ("director", 477)):
        with world.as_(who):
            assert [f.promised for f in promises.book().figures()] == [amount]


def test_two_mous_one_lapses_and_the_council_hears_it_right_a_year_later(world: World):
    """Back from Boston with two MOUs: one delivers in part, one lapses; a correction comes late."""
    with world.as_("programme"):
        kept = signed(world, title_ko="찰스베이 공동연구 MOU", organisation="", on=date(2027, 3, 1))
        research = promise(kept, 500_000_000, commitment_kind="research", what_ko="공동연구비")
        gone = signed(world, title_ko="새봄 공장 MOU", on=date(2027, 3, 1))
        plant = promise(gone, 90_000_000_000)
        jobs = promise(gone, 120, amount_unit="person", commitment_kind="jobs", what_ko="고용")
    with clock.as_of(MONDAY + 40 * DAY), world.as_("director"):
        network.answer_clock(agreement=kept.code, clock_name="council_report", anchor=date(2027, 3, 1), says="제401회 보고")
    with clock.as_of(MONDAY + 120 * DAY), world.as_("programme"):
        wrong = arrived(research, 300_000_000, on=date(2027, 6, 1))
        arrived(jobs, 7, on=date(2027, 6, 1), entry_state="reported", confirmed_by="", evidence_url="")
    with clock.as_of(MONDAY + 200 * DAY), world.as_("programme"):
        network.end_agreement(agreement=gone.code, ending="lapsed", reason="자금 조달 실패", lesson_ko="담보를 먼저 본다")
    middle = MONDAY + 250 * DAY
    with clock.as_of(MONDAY + 300 * DAY), world.as_("programme"):
        arrived(research, 30_000_000, on=date(2027, 6, 1), supersedes=wrong.code, reason="0을 하나 더 적음")
    with clock.as_of(MONDAY + 366 * DAY), world.as_("auditor"):
        report = council_report(date(2027, 3, 1), date(2028, 2, 29))
        totals = {(str(t.kind), t.figure.unit): t.figure for t in report.totals}
        assert (totals["연구비", "KRW"].promised, totals["연구비", "KRW"].arrived) == (500_000_000, 30_000_000)
        assert (totals["투자", "KRW"].arrived, totals["투자", "KRW"].lapsed) == (0, plant.amount)
        assert (totals["고용", "person"].reported, totals["고용", "person"].arrived) == (7, 0)
        assert {s.code: (s.report_by, s.reported_on) for s in report.signed} == {
            kept.code: (date(2027, 4, 20), date(2027, 4, 10)), gone.code: (date(2027, 4, 20), None)}
        assert [(e.code, e.reason, str(e.lesson)) for e in report.ended] == [
            (gone.code, "자금 조달 실패", "담보를 먼저 본다")]
        assert [(r.agreement, r.due.due_on) for r in report.due if r.due.clock == "review"] == []
        later = council_report(date(2027, 3, 1), date(2028, 3, 1))
        assert [(r.agreement, r.due.due_on) for r in later.due if r.due.clock == "review"] == [(kept.code, date(2028, 3, 1))]
        before = council_report(date(2027, 3, 1), date(2028, 2, 29), known_at=middle)
        then = {(str(t.kind), t.figure.unit): t.figure for t in before.totals}
        assert then["연구비", "KRW"].arrived == 300_000_000, "what the council was told then"
        assert [e.code for e in lapses()] == [gone.code]
