"""The gallery shows every component there is, in every state, light and dark, in both languages."""

import re
from pathlib import Path

import pytest
from django.template.engine import Engine
from django.test import Client

from squaremile.web.kit.gallery import COMPONENTS
from squaremile.web.kit.sample import FOLDER, STATES

HANGUL = re.compile(r"[가-힣]")


def cotton() -> list[str]:
    """Every component: a template in a folder `cotton`, wherever templates are looked for."""
    folders = [Path(folder) / "cotton" for folder in Engine.get_default().dirs]
    return sorted(file.stem for folder in folders for file in folder.rglob("*.html"))


def test_every_component_has_one_entry_and_samples():
    assert len(cotton()) > 30, "looked in the wrong place"
    assert sorted(one.name for one in COMPONENTS) == cotton()
    assert sorted(file.stem for file in FOLDER.glob("*.html")) == cotton()


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda one: one.name)
def test_each_state_uses_the_component_and_says_it_in_both_languages(component):
    assert [sample.state for sample in component.samples] == list(STATES)
    assert len({sample.source for sample in component.samples}) == len(STATES), "two states are the same"
    for sample in component.samples:
        assert f"<c-{component.name}" in sample.source
        assert not HANGUL.search(sample.in_language("en")), "Korean outside [[English||한국어]]"
        assert not re.search(r"\[\[|\|\|", sample.in_language("en") + sample.in_language("ko"))
    assert component.says_en and HANGUL.search(component.says_ko)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_page_shows_each_state_light_and_dark(language: str, db: None):
    client = Client()
    client.cookies["django_language"] = language
    page = client.get("/kit/").content.decode()
    for component in COMPONENTS:
        begin = page.index(f'id="component-{component.name}"')
        section = page[begin : page.index("</section>\n", begin)]
        for theme in ("light", "dark"):
            shown = section.count(f'class="gallery-sample" data-bs-theme="{theme}"')
            assert shown == len(STATES), (component.name, theme)
    assert bool(HANGUL.search(re.sub(r"<[^>]+>", "", page).replace("한국어", ""))) is (language == "ko")
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert sorted({one for one in ids if ids.count(one) > 1}) == []


def test_one_component_has_a_page_and_an_unknown_one_has_none(db: None):
    assert Client().get(f"/kit/{cotton()[0]}/").status_code == 200
    assert Client().get("/kit/nothing/").status_code == 404
