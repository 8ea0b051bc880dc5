"""Judging candidates: who may, what is kept, and who sees it."""

import pytest

from squaremile.network import operations as network
from squaremile.network.models import Match
from tests.network.needs.asking import a_need, code_of


@pytest.fixture
def expert(world):
    with world.as_("programme"):
        return network.add_person(code="PE-X", kind="researcher", name_ko="고연구", name_en="Researcher Ko").code


def test_a_verdict_is_kept_and_replaced_by_the_same_judge(world, expert):
    need = a_need(world)
    asked = {"need": need.code, "subject": "person", "subject_code": expert}
    with world.as_("hana"):
        network.judge_match(**asked, verdict="later", position=3)
        network.judge_match(**asked, verdict="fits", reason=" 논문이  맞습니다 ")
        network.judge_match(**asked, verdict="not", blind=True)
        kept = Match.objects.order_by("blind").values_list("verdict", "reason", "blind")
        assert list(kept) == [("fits", "논문이 맞습니다", False), ("not", "", True)]
    with world.as_("programme"):
        network.judge_match(**asked, verdict="fits")
        assert Match.objects.count() == 3


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"need": "NO"}, "network.need_unknown"),
        ({"subject": "ghost"}, "core.not_found"),
        ({"verdict": "perhaps"}, "core.not_found"),
        ({"subject_code": "PE-NO"}, "network.candidate_unknown"),
        ({"subject": "lab", "subject_code": "PE-X"}, "network.candidate_unknown"),
    ],
)
def test_what_is_refused(world, expert, given, code):
    need = a_need(world)
    asked = {"need": need.code, "subject": "person", "subject_code": expert, "verdict": "fits"} | given
    with world.as_("hana"):
        assert code_of(network.judge_match, **asked) == code


def test_a_rival_neither_judges_nor_sees(world, expert):
    need = a_need(world, listed=True)
    asked = {"need": need.code, "subject": "person", "subject_code": expert, "verdict": "fits"}
    with world.as_("hana"):
        network.judge_match(**asked)
    with world.as_("sora"):
        assert code_of(network.judge_match, **asked) == "network.need_unknown"
        assert not Match.objects.exists()
    with world.as_("auditor"):
        assert code_of(network.judge_match, **asked) == "access.not_allowed"
        assert Match.objects.count() == 1
