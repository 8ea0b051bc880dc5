"""Waste: clocks by rule and status, sums by month under one number, and what is collected counts as use of its company."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.core.models import Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.metering.models import UsageEvent
from squaremile.safety import operations as safety
from squaremile.safety.policies import waste as policy
from squaremile.safety.reads import home_waste, waste
from tests.world import MONDAY, World

KG = st.decimals(0, 5000, places=3)


class TestPolicy:
    @pytest.mark.parametrize(("kg", "acute", "status"), [
        ("0", "0", "VSQG"), ("99.999", "1", "VSQG"), ("100", "0", "SQG"), ("999.999", "0", "SQG"), ("1000", "0", "LQG"), ("5", "1.001", "LQG"),
    ])  # fmt: skip
    def test_what_a_month_makes_of_a_generator(self, kg, acute, status):
        assert policy.status("us", Decimal(kg), Decimal(acute)).code == status
        assert policy.status("kr", Decimal(kg), Decimal(acute)) is None

    @given(KG, KG, KG)
    def test_more_waste_never_makes_it_smaller(self, kg, more, acute):
        order = ["VSQG", "SQG", "LQG"]
        before, after = (order.index(policy.status("us", each, acute).code) for each in (kg, kg + more))
        assert after >= before

    @given(st.integers(0, 10**7), st.lists(st.decimals("0.001", 500, places=3), min_size=1, max_size=8))
    def test_the_parts_are_the_whole(self, cost, weights):
        shares = policy.shared_out(cost, weights)
        assert sum(shares) == cost
        assert min(shares) >= 0

    def test_every_figure_has_its_source(self):
        assert all(each.source and each.certainty in "ABKC" for each in (*policy.clocks(), *policy.statuses("us")))


def _full(code: str) -> str:
    return safety.fill_waste(waste=code, weight_kg=Decimal(1)).code


@pytest.fixture
def numbers(world: World) -> World:
    with clock.as_of(MONDAY), world.as_("safety"):
        for code, regime, whose in (("WG-US", "us", ""), ("WG-KR", "kr", ""), ("WG-HB", "us", "HANBIT")):
            safety.add_waste_generator(code=code, waste_regime=regime, name_ko=code, generator_number="MAD000", organisation=whose)
    return world


@pytest.mark.django_db
class TestLife:
    @pytest.fixture(autouse=True)
    def monday(self):
        with clock.as_of(MONDAY):
            yield

    def start(self, generator: str = "WG-US", **more) -> str:
        return safety.start_waste(**{"waste_generator": generator, "place": "R201", "waste_stream": "organic", "contents": "아세톤 폐액"} | more).code

    def test_clocks(self, numbers: World):
        with numbers.as_("hana"):
            us, kr = self.start(), self.start("WG-KR")
            safety.fill_waste(waste=us, weight_kg=Decimal(18))
            assert {r.code: [(c.clock.code, (c.due - MONDAY.date()).days, c.standing) for c in r.clocks] for r in waste.here()} == {
                us: [("us-satellite-full", 3, "due")], kr: [("kr-designated", 45, "later")],
            }
            safety.store_waste(waste=us)
            assert {r.code: r.clocks == () for r in waste.here()} == {us: True, kr: False}
        with clock.as_of(MONDAY + timedelta(days=50)), numbers.as_("hana"):
            row = home_waste.rows()[0]
            assert (row.count, row.worst_days) == (1, 5)
        with numbers.as_("sora"):
            assert waste.here() == []

    def test_tenants_under_one_number_add_up(self, numbers: World):
        def month():
            found = next(g for g in waste.generators() if g.code == "WG-US").months[0]
            return found.kg, found.status.code

        def clocks():
            return [c.clock.code for r in waste.here() for c in r.clocks]

        for who, kg, made_it in (("hana", 60, "VSQG"), ("sora", 50, "SQG")):
            with numbers.as_(who):
                safety.store_waste(waste=self.start(), weight_kg=Decimal(kg))
                assert month() == (Decimal(kg), made_it)  # her own kilograms, and what everybody's make the generator
        with numbers.as_("hana"):
            assert (month(), clocks()) == ((Decimal(60), "SQG"), ["us-sqg-store"])
        with numbers.as_("safety"):
            assert (month(), clocks()) == ((Decimal(110), "SQG"), ["us-sqg-store", "us-sqg-store"])

    def test_a_clock_runs_on_when_the_month_is_over(self, numbers: World):
        with numbers.as_("hana"):
            safety.store_waste(waste=self.start(), weight_kg=Decimal(1500))
        due = MONDAY.date() + timedelta(days=90)
        for later in (40, 84, 100):  # months in which nothing is weighed
            with clock.as_of(MONDAY + timedelta(days=later)), numbers.as_("hana"):
                assert [(c.clock.code, c.due) for r in waste.here() for c in r.clocks] == [("us-lqg-store", due)]
        with clock.as_of(MONDAY + timedelta(days=84)), scope(system("worker")):
            assert safety.remind_of_waste() == 1

    def test_a_heavier_month_shortens_what_stands_there(self, numbers: World):
        with numbers.as_("hana"):
            safety.store_waste(waste=self.start(), weight_kg=Decimal(150))
        with clock.as_of(MONDAY + timedelta(days=40)), numbers.as_("sora"):
            safety.store_waste(waste=self.start(), weight_kg=Decimal(1200))
        with clock.as_of(MONDAY + timedelta(days=75)), numbers.as_("hana"):
            assert [c.clock.code for r in waste.here() for c in r.clocks] == ["us-lqg-store"]

    def test_what_is_collected_counts_as_use(self, numbers: World):
        with numbers.as_("hana"):
            mine = self.start()
            safety.fill_waste(waste=mine, weight_kg=Decimal("18.5"))
        with numbers.as_("sora"):
            theirs = self.start()
            safety.store_waste(waste=theirs, weight_kg=Decimal("37"))
        with numbers.as_("operator"):
            made = safety.collect_waste(wastes=[mine, theirs], manifest="M-1", carrier="깨끗한환경", cost_minor=100_000)
            with pytest.raises(Refused, match="waste_step"):
                safety.collect_waste(wastes=[mine], manifest="M-2", carrier="x")
            used = {(e.organisation.code, e.meter.code): e.quantity for e in UsageEvent.objects.select_related("organisation", "meter")}
            kg = {("HANBIT", "waste_kg"): Decimal("18.5"), ("SAEBOM", "waste_kg"): Decimal(37)}
            assert {key: used[key] for key in kg} == kg
            assert used["HANBIT", "waste_cost"] + used["SAEBOM", "waste_cost"] == 100_000
            assert used["SAEBOM", "waste_cost"] in (66666, 66667)
            with pytest.raises(Invalid, match="pickup_unsound"):
                safety.return_manifest(waste_pickup=made.code, returned_on=MONDAY.date() - timedelta(days=1))
            assert safety.return_manifest(waste_pickup=made.code).returned_on == MONDAY.date()
        with numbers.as_("hana"):
            assert [(p.manifest, p.containers, p.kg) for p in waste.pickups()] == [("M-1", 1, Decimal("18.5"))]
            assert waste.here() == []

    @pytest.mark.parametrize(("act", "code"), [
        (lambda w: safety.add_waste_generator(waste_regime="x", name_ko="x"), "generator_unsound"),
        (lambda w: safety.add_waste_generator(waste_regime="us"), "generator_unsound"),
        (lambda w: safety.add_waste_generator(waste_regime="us", name_ko="x", code="WG-US"), "generator_taken"),
        (lambda w: safety.fill_waste(waste="WC-NO", weight_kg=Decimal(1)), "waste_unknown"),
        (lambda w: safety.fill_waste(waste=w, weight_kg=Decimal(0)), "waste_unsound"),
        (lambda w: safety.store_waste(waste=w), "waste_step"),
        (lambda w: safety.collect_waste(wastes=[w], manifest="M", carrier="x"), "waste_step"),
        (lambda w: safety.collect_waste(wastes=[], manifest="M", carrier="x"), "pickup_unsound"),
        (lambda w: safety.collect_waste(wastes=[w], manifest=" ", carrier="x"), "pickup_unsound"),
        (lambda w: safety.collect_waste(wastes=[_full(w)], manifest="M", carrier="x", cost_minor=2500, currency="USD"), "currency_other"),
        (lambda w: safety.return_manifest(waste_pickup="WP-NO"), "pickup_unknown"),
    ])  # fmt: skip
    def test_what_is_refused(self, numbers: World, act, code):
        with numbers.as_("hana"):
            made = self.start()
        with numbers.as_("director"), pytest.raises((Invalid, Missing, Refused), match=code):
            act(made)

    def test_whose(self, numbers: World):
        with numbers.as_("hana"):
            mine = self.start("WG-HB")
            with pytest.raises(Invalid, match="waste_unsound"):
                self.start(waste_stream="x")
            with pytest.raises(Forbidden):
                safety.collect_waste(wastes=[mine], manifest="M", carrier="x")
        with numbers.as_("sora"):
            with pytest.raises(Missing, match="generator_unknown"):
                self.start("WG-HB")
            with pytest.raises(Missing, match="waste_unknown"):
                safety.fill_waste(waste=mine, weight_kg=Decimal(1))

    def test_reminders(self, numbers: World):
        with numbers.as_("hana"):
            safety.fill_waste(waste=self.start(), weight_kg=Decimal(1))
        with scope(system("worker")):
            assert (safety.remind_of_waste(), safety.remind_of_waste()) == (1, 1)
            told = set(Notice.objects.filter(kind="safety.waste_due").values_list("recipient", flat=True))
        assert told == {numbers.people["hajin"], numbers.people["operator"]}
