"""A chart alone at a signed address: who makes one, who may frame it, what it shows and what it never does."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from squaremile.atlas import operations as atlas
from squaremile.kernel import clock
from squaremile.web.pages.atlas.screens import embed
from tests.pages.people import browser
from tests.world import World

CHARTS = [(screen, chart) for screen, charts in embed.SCREENS.items() for chart in charts]


def shared(world: World, screen: str, chart: str, query: str = "", language: str = "en") -> str:
    """The path of the address that the page gives."""
    page = browser(world, "programme", language).get(reverse("atlas_share", args=[screen, chart]) + query).content.decode()
    return re.search(r'href="[^"]*(/atlas/embed/[^"/]+/)"', page)[1]


@pytest.mark.parametrize(("screen", "chart"), CHARTS)
def test_a_visitor_sees_the_chart_with_its_table_and_source(screen: str, chart: str, world: World, filled: None):
    response = Client().get(shared(world, screen, chart))
    page = response.content.decode()
    assert response.status_code == 200
    assert 'data-island-name-value="chart"' in page and "chart-table" in page
    assert not response.cookies


def test_only_this_page_may_be_framed(world: World, filled: None):
    framed = Client().get(shared(world, "compare", "ranks"))
    assert "X-Frame-Options" not in framed
    assert "frame-ancestors *;" in framed["Content-Security-Policy"] + ";"
    assert "script-src 'self'" in framed["Content-Security-Policy"]
    other = browser(world, "programme").get(reverse("atlas_compare"))
    assert other["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in other["Content-Security-Policy"]


@pytest.mark.parametrize("who", ["hana", "hajin", "auditor", "finance"])
def test_only_those_who_keep_the_registry_share(who: str, world: World, filled: None):
    client = browser(world, who)
    assert client.get(reverse("atlas_share", args=["compare", "ranks"])).status_code == 403
    assert "/atlas/share/" not in client.get(reverse("atlas_compare")).content.decode()


def test_a_chart_that_there_is_not_is_not_shared(world: World, filled: None):
    client = browser(world, "programme")
    for screen, chart in (("compare", "nothing"), ("own", "own"), ("square", "web")):
        assert client.get(reverse("atlas_share", args=[screen, chart])).status_code == 404


def test_a_changed_address_and_an_old_one_are_told_like_one_that_never_was(world: World, filled: None):
    path = shared(world, "compare", "ranks")
    other_salt = signing.dumps(["compare", "ranks", "", "en"], salt="another")
    for wrong in (path.replace("/embed/", "/embed/x"), reverse("atlas_embed", args=["0"]), reverse("atlas_embed", args=[other_salt])):
        assert Client().get(wrong).status_code == 404
    assert Client().get(path).status_code == 200


def test_it_ends_after_a_year(world: World, filled: None, monkeypatch: pytest.MonkeyPatch):
    path = shared(world, "compare", "ranks")
    monkeypatch.setattr(embed, "YEAR", -1)
    assert Client().get(path).status_code == 404
    assert timedelta(seconds=365 * 24 * 3600) == timedelta(days=365)


def test_drafts_are_not_in_it(world: World, filled: None):
    with world.as_("programme"):
        atlas.add_organisation(code="AO-DRAFT", kind="university", name_en="Secret plan")
        for n in range(1, 9):
            other = clock.now().strftime(f"AO-D{n}")
            atlas.add_organisation(code=other, kind="company", name_en=f"Partner {n}", published=True)
            atlas.record_tie(institution="AO-DRAFT", other_institution=other, tie_kind="grant", weight=900)
    assert "Secret plan" in browser(world, "programme").get(reverse("atlas_ties")).content.decode()
    assert "Secret plan" not in Client().get(shared(world, "ties", "web")).content.decode()


def test_it_speaks_the_language_it_was_shared_in(world: World, filled: None):
    korean, english = (Client().get(shared(world, "compare", "ranks", language=each)).content.decode() for each in ("ko", "en"))
    assert 'lang="ko"' in korean and "순위" in korean and "전주" in korean
    assert 'lang="en"' in english and not re.search("[가-힣]", english)
