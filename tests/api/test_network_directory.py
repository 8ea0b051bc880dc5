"""The directory over the API: parts by cursor, the same rights as the pages, and nothing of what is hidden."""

import json

import pytest
from django.test import Client

from squaremile.network import operations as network
from tests.api.conftest import give_token
from tests.world import World

PATHS = ("people", "partners", "labs", "technologies", "projects", "publications")


@pytest.fixture
def directory(world: World):
    with world.as_("programme"):
        for n in (1, 2, 3):
            network.add_partner(code=f"PN-{n}", kind="university", name_ko=f"기관 {n}", name_en=f"Body {n}")
            network.add_lab(code=f"LB-{n}", partner="PN-1", name_en=f"Lab {n}")
            network.add_person(code=f"PE-{n}", kind="researcher", name_en=f"Expert {n}", partner="PN-1")
            network.add_publication(code=f"PB-{n}", kind="article", title_en=f"Paper {n}", year=2020 + n)
            network.add_research_project(code=f"RP-{n}", partner="PN-1", title_en=f"Project {n}", first_year=2020, last_year=2024)
            network.add_technology(
                code=f"TC-{n}", partner="PN-1", name_en=f"Technology {n}", trl=4, problem_en="p", advantage_en="a", economics_en="e",
                stage_en="s")
        for kind, code in (("person", "PE-3"), ("partner", "PN-3"), ("lab", "LB-3"), ("technology", "TC-3"), ("project", "RP-3"),
                           ("publication", "PB-3")):
            network.hide_entry(noun=kind, entry=code)
    return world


def told(world, who, path):
    answer = Client().get(f"/api/v1/network/{path}", headers={"Authorization": f"Bearer {give_token(world, who, again=True)}"})
    return answer.status_code, json.loads(answer.content)


@pytest.mark.parametrize("path", PATHS)
def test_parts_follow_each_other_and_hidden_ones_are_for_those_who_answer_for_it(directory: World, path: str):
    for who, count in (("hana", 2), ("auditor", 3), ("programme", 3)):
        codes, cursor = [], ""
        while True:
            status, part = told(directory, who, f"{path}?limit=1&cursor={cursor}")
            assert (status, len(part["items"])) == (200, 1)
            codes += [row["code"] for row in part["items"]]
            cursor = part["next"]
            if cursor is None:
                break
        assert [code[-1] for code in codes] == ["1", "2", "3"][:count], who


@pytest.mark.parametrize("path", PATHS)
def test_words_narrow_it_and_a_spoilt_cursor_is_told(directory: World, path: str):
    assert [row["code"][-1] for row in told(directory, "hana", f"{path}?q=2")[1]["items"]] == ["2"]
    assert told(directory, "hana", f"{path}?cursor=spoilt")[0] == 422
    assert Client().get(f"/api/v1/network/{path}").status_code == 401
