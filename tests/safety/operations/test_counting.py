"""Counting a room: any order, any number of times; found, missing, elsewhere, unknown; a rival's label is unknown."""

import pytest

from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.safety import operations as safety
from squaremile.safety.operations.counting import MOST
from squaremile.safety.reads import counting
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(world: World) -> dict[str, str]:
    """Three bottles of hers in 201, one in 202, and a rival's in 201."""
    with world.as_("safety"):
        safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone")
        kept = {"a": ("R201", "HANBIT"), "b": ("R201", "HANBIT"), "gone": ("R201", "HANBIT"), "far": ("R202", "HANBIT"),
                "rival": ("R201", "SAEBOM")}  # fmt: skip
        return {
            name: safety.receive_container(substance="67-64-1", how_much="1 L", place=room, organisation=whose).code
            for name, (room, whose) in kept.items()
        }


def test_what_was_found_missing_elsewhere_and_unknown(world: World, shelf: dict[str, str]):
    with world.as_("hana"):
        safety.dispose_container(container=shelf["gone"])
        code = safety.begin_count(place="R201").code
        sent = [shelf["far"], f"https://lab.example.org/safety/containers/{shelf['a']}/", "NOT-OURS", shelf["rival"], shelf["gone"]]
        for labels in (sent, list(reversed(sent)), []):
            safety.scan_containers(count=code, labels=labels)
        found = counting.count(code)
        assert found.numbers == {"found": 1, "missing": 1, "elsewhere": 2, "unknown": 2}
        assert found.row.scans == 5
        assert [h.label for h in found.missing] == [shelf["b"]]
        assert {(h.label, h.room, h.gone) for h in found.elsewhere} == {(shelf["far"], "R202", False), (shelf["gone"], "R201", True)}
        assert [(h.name, h.room, h.company) for h in found.unknown] == [(None, "", None)] * 2
        with world.as_("safety"):
            safety.move_container(container=shelf["b"], place="R202")
        assert counting.count(code).numbers["missing"] == 0
        closed = safety.close_count(count=code)
        assert closed.result == {"found": 1, "missing": 0, "elsewhere": 2, "unknown": 2}
        for late in (lambda: safety.scan_containers(count=code, labels=["CT-X"]), lambda: safety.close_count(count=code)):
            with pytest.raises(Refused, match="count_closed"):
                late()
        assert counting.count(code).numbers == closed.result


def test_staff_count_everybodys_and_a_rival_sees_no_count(world: World, shelf: dict[str, str]):
    with world.as_("safety"):
        code = safety.begin_count(place="R201").code
        safety.scan_containers(count=code, labels=[shelf["a"], shelf["rival"]])
        assert counting.count(code).numbers == {"found": 2, "missing": 2, "elsewhere": 0, "unknown": 0}
        with pytest.raises(Refused, match="count_runs"):
            safety.begin_count(place="R201")
    with world.as_("hana"):
        mine = safety.begin_count(place="R201").code
        with pytest.raises(Missing, match="count_unknown"):
            safety.scan_containers(count=code, labels=["CT-X"])
    with world.as_("sora"):
        assert counting.counts() == []
        for code_of in (code, mine):
            with pytest.raises(Missing, match="count_unknown"):
                counting.count(code_of)
            with pytest.raises(Missing, match="count_unknown"):
                safety.close_count(count=code_of)


def test_too_many_at_once(world: World, shelf: dict[str, str]):
    with world.as_("hana"):
        code = safety.begin_count(place="R202").code
        with pytest.raises(Invalid, match="labels_too_many"):
            safety.scan_containers(count=code, labels=["x"] * (MOST + 1))


def test_a_containers_label_names_its_substance(world: World, shelf: dict[str, str]):
    with world.as_("hana"):
        assert safety.ask_to_bring(substance=shelf["a"].lower(), how_much="1 L", place="R201").cas == "67-64-1"
        with pytest.raises(Missing, match="substance_unknown"):
            safety.ask_to_bring(substance=shelf["rival"], how_much="1 L", place="R201")
