"""Keeping the catalogue: what changes, what is refused, and that what is found by search stays true."""

from uuid import uuid4

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import Equipment, Link, Manual, OpeningHours, Quota
from squaremile.core.models import Card
from tests.booking.asking import ELEVEN, NOON, TEN, code_of, held
from tests.world import World


def card(equipment):
    return Card.objects.filter(kind="equipment", subject=equipment.id).first()


class TestEdit:
    def test_changes_what_is_given_and_renews_the_card(self, world: World):
        with world.as_("operator"):
            booking.edit_equipment(equipment="CYTO-1", name_en="Sorter", contact="7번 창구", place="R201", position=3)
            found = Equipment.objects.get(code="CYTO-1")
            assert (found.name_ko, found.name_en, found.contact, found.place.code, found.position) == (
                "유세포분석기 1호",
                "Sorter",
                "7번 창구",
                "R201",
                3,
            )
            assert card(found).title_en == "Sorter"

    def test_clears_with_an_empty_text(self, world: World):
        with world.as_("operator"):
            assert booking.edit_equipment(equipment="CYTO-1", equivalence="", name_ko="").equivalence is None

    @pytest.mark.parametrize(
        ("asked", "code"),
        [
            ({"equipment": "NOTHING"}, "core.not_found"),
            ({"kind": "toaster"}, "core.not_found"),
            ({"place": "NOWHERE"}, "core.not_found"),
            ({"rules_of_use": "NONE"}, "core.not_found"),
            ({"equivalence": "none"}, "core.not_found"),
            ({"name_ko": "", "name_en": ""}, "core.bad_input"),
            ({"photo": uuid4()}, "core.not_found"),
            ({"owner": uuid4()}, "core.not_found"),
        ],
    )
    def test_is_refused(self, world: World, asked, code):
        with world.as_("operator"):
            assert code_of(booking.edit_equipment, **{"equipment": "CYTO-1", **asked}) == code


class TestState:
    def test_out_of_service_says_why_to_everyone(self, world: World):
        with world.as_("operator"):
            booking.set_equipment_state(equipment="CYTO-1", state="out_of_service", says_en="Waiting for a laser")
        with world.as_("sora"):
            assert Equipment.objects.get(code="CYTO-1").state_says_en == "Waiting for a laser"
            assert code_of(booking.reserve, equipment="CYTO-1", start=TEN, end=ELEVEN) == "booking.not_in_service"
        with world.as_("operator"):
            assert booking.set_equipment_state(equipment="CYTO-1", state="in_service").state_says_en == ""
        assert held(world, "sora", "CYTO-1").state == "confirmed"

    def test_retired_is_no_longer_found(self, world: World):
        with world.as_("director"):
            gone = booking.set_equipment_state(equipment="CYTO-1", state="retired", says_ko="노후")
            assert card(gone) is None
            booking.edit_equipment(equipment="CYTO-1", contact="-")
            assert card(gone) is None
            booking.set_equipment_state(equipment="CYTO-1", state="in_service")
            assert card(gone) is not None

    def test_is_refused(self, world: World):
        made = held(world, "hana", "CYTO-1")
        with world.as_("operator"):
            set_state = booking.set_equipment_state
            assert code_of(set_state, equipment="NOTHING", state="in_service") == "core.not_found"
            assert code_of(set_state, equipment="CYTO-1", state="broken") == "core.bad_input"
            assert code_of(set_state, equipment="CYTO-1", state="out_of_service") == "booking.reason_needed"
            asked = {"equipment": "CYTO-1", "state": "retired", "says_ko": "노후"}
            assert code_of(set_state, **asked) == "booking.retire_held"
            booking.cancel(reservation=made.code)
            assert set_state(**asked).state == "retired"


class TestRules:
    def test_hours_and_quotas_are_replaced_and_the_old_rows_kept(self, world: World):
        with world.as_("operator"):
            booking.edit_rules(rules_of_use="STRICT", hours=[(0, 600, 720)], quotas=[], min_minutes=60)
            assert list(OpeningHours.objects.filter(rules__code="STRICT", active=True).values_list("weekday")) == [(0,)]
            assert OpeningHours.objects.filter(rules__code="STRICT", active=False).count() == 5
            assert Quota.objects.filter(rules__code="STRICT", active=True).count() == 0
        with world.as_("hana"):
            assert code_of(booking.reserve, equipment="CYTO-1", start=NOON, end=NOON + (NOON - TEN) / 2) == (
                "booking.outside_hours"
            )
            assert booking.reserve(equipment="CYTO-1", start=ELEVEN, end=NOON).state == "confirmed"

    def test_what_is_left_out_stays(self, world: World):
        with world.as_("operator"):
            changed = booking.edit_rules(rules_of_use="STRICT", needs_approval=True)
            assert (changed.min_minutes, changed.needs_approval) == (30, True)
            assert OpeningHours.objects.filter(rules=changed, active=True).count() == 5
            assert Quota.objects.filter(rules=changed, active=True).count() == 2

    @pytest.mark.parametrize(
        ("asked", "code"),
        [
            ({"rules_of_use": "NONE"}, "core.not_found"),
            ({"name_ko": "", "name_en": ""}, "core.bad_input"),
            ({"min_minutes": 500}, "booking.rules_unfit"),
            ({"horizon_days": 0}, "booking.rules_unfit"),
            ({"hours": [(0, 720, 600)]}, "booking.rules_unfit"),
            ({"hours": [(0, 600, 720), (0, 600, 700)]}, "booking.rules_unfit"),
            ({"quotas": [{"per": "planet", "span": "day", "minutes": 60}]}, "booking.rules_unfit"),
        ],
    )
    def test_are_refused(self, world: World, asked, code):
        with world.as_("operator"):
            assert code_of(booking.edit_rules, **{"rules_of_use": "STRICT", **asked}) == code


class TestManuals:
    def test_are_added_and_taken_away(self, world: World):
        with world.as_("operator"):
            made = booking.add_manual(equipment="CYTO-1", title_ko="사용법", url="https://example.org/a.pdf")
            assert booking.remove_manual(manual=made.id).active is False
            assert Manual.objects.count() == 1
            assert code_of(booking.remove_manual, manual=made.id) == "core.not_found"

    @pytest.mark.parametrize(
        ("asked", "code"),
        [
            ({"equipment": "NOTHING"}, "core.not_found"),
            ({"url": ""}, "core.bad_input"),
            ({"title_ko": ""}, "core.bad_input"),
            ({"url": "javascript:alert(1)"}, "core.bad_input"),
            ({"url": "https://["}, "core.bad_input"),
            ({"url": "", "file": uuid4()}, "core.not_found"),
        ],
    )
    def test_are_refused(self, world: World, asked, code):
        with world.as_("operator"):
            assert (
                code_of(
                    booking.add_manual,
                    **{"equipment": "CYTO-1", "title_ko": "사용법", "url": "https://example.org/a.pdf", **asked},
                )
                == code
            )


def test_unlinking_frees_the_companion(world: World):
    with world.as_("operator"):
        booking.unlink(equipment="CYTO-2", needs="CHILLER")
        assert Link.objects.count() == 0
        assert code_of(booking.unlink, equipment="CYTO-2", needs="CHILLER") == "core.not_found"


@pytest.mark.parametrize("who", ["hana", "hajin", "safety", "finance", "auditor"])
def test_only_operations_keep_the_catalogue(world: World, who):
    with world.as_(who):
        for call, asked in (
            (booking.edit_equipment, {"equipment": "CYTO-1"}),
            (booking.set_equipment_state, {"equipment": "CYTO-1", "state": "in_service"}),
            (booking.edit_rules, {"rules_of_use": "STRICT"}),
            (booking.remove_manual, {"manual": uuid4()}),
            (booking.add_manual, {"equipment": "CYTO-1"}),
            (booking.unlink, {"equipment": "CYTO-2", "needs": "CHILLER"}),
        ):
            assert code_of(call, **asked) == "access.not_allowed"
