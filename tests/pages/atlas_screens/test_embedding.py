"""A chart alone at an address of its own: who makes and withdraws one, who may frame it, what it shows and never does."""

import re
import threading
import time
from datetime import timedelta

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from squaremile.atlas import operations as atlas
from squaremile.atlas.models import Share
from squaremile.atlas.policies.shared import CHARTS as SCREENS
from squaremile.core.models import Activity
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing
from squaremile.kernel.scope import scope
from squaremile.web.pages.atlas.screens import compare_page, embed
from squaremile.web.pages.atlas.screens.kept import Kept
from tests.pages.people import browser
from tests.world import World, setup_scope

CHARTS = [(screen, chart) for screen, charts in SCREENS.items() for chart in charts]


def shared(world: World, screen: str, chart: str, query: str = "", language: str = "en") -> str:
    """The path of the address that the page gives once the chart is shared."""
    client, where = browser(world, "programme", language), reverse("atlas_share", args=[screen, chart])
    assert client.post(where + query).status_code == 303
    return re.search(r'href="[^"]*(/atlas/embed/[^"/]+/)"', client.get(where).content.decode())[1]


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
    assert "frame-ancestors 'self';" in framed["Content-Security-Policy"] + ";"
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


def test_looking_at_the_page_shares_nothing(world: World, filled: None):
    assert "No chart is shared" in browser(world, "programme").get(reverse("atlas_share", args=["compare", "ranks"])).content.decode()
    with scope(setup_scope()):
        assert not Share.objects.exists()


def test_a_changed_address_is_told_like_one_that_never_was(world: World, filled: None):
    path = shared(world, "compare", "ranks")
    for wrong in (path.replace("/embed/", "/embed/x"), path.upper().replace("/ATLAS/EMBED/", "/atlas/embed/"), reverse("atlas_embed", args=["0"])):
        assert Client().get(wrong).status_code == 404
    assert Client().get(path).status_code == 200


def test_it_ends_after_a_year(world: World, filled: None):
    path = shared(world, "compare", "ranks")
    with scope(setup_scope()):
        made = Share.objects.get().made_at
    with clock.as_of(made + timedelta(days=364)):
        assert Client().get(path).status_code == 200
    with clock.as_of(made + timedelta(days=366)):
        assert Client().get(path).status_code == 404


def test_it_is_withdrawn_and_both_are_written_down(world: World, filled: None):
    path = shared(world, "compare", "ranks", "?region=jeonju")
    assert Client().get(path).status_code == 200, "it is held from now on"
    code = path.split("/")[-2]
    where = reverse("atlas_share_withdraw", args=[code])
    assert browser(world, "hana").post(where).status_code == 403
    assert browser(world, "director").post(where).status_code == 303
    assert Client().get(path).status_code == 404
    assert code not in browser(world, "programme").get(reverse("atlas_share", args=["compare", "ranks"])).content.decode()
    assert browser(world, "director").post(where).status_code == 404, "once"
    with scope(setup_scope()):
        row = Share.objects.get()
    assert (row.made_by_id, row.withdrawn_by_id) == (world.people["programme"], world.people["director"])
    assert (row.screen, row.chart, row.choices, row.language) == ("compare", "ranks", "region=jeonju", "en")
    with world.as_("auditor"):
        assert Activity.objects.filter(operation__in=("atlas.share_chart", "atlas.withdraw_share")).count() == 2


def test_refusals(world: World):
    with world.as_("programme"):
        with pytest.raises(Missing) as refused:
            atlas.share_chart(screen="compare", chart="web")
        assert refused.value.code == "atlas.chart_unknown"
        for wrong in ({"choices": "x" * 501}, {"language": "fr"}):
            with pytest.raises(Invalid):
                atlas.share_chart(screen="compare", chart="ranks", **wrong)
        with pytest.raises(Missing) as refused:
            atlas.withdraw_share(shared_chart="0")
        assert refused.value.code == "atlas.share_unknown"
        made = atlas.share_chart(screen="compare", chart="ranks")
        atlas.withdraw_share(shared_chart=made.code)
    with world.as_("hana"):
        assert not Share.objects.exists(), "what is withdrawn is staff's to know"
        with pytest.raises(Forbidden):
            atlas.share_chart(screen="compare", chart="ranks")


def test_only_the_chart_asked_for_is_computed_and_once(world: World, filled: None, monkeypatch: pytest.MonkeyPatch):
    path, made = shared(world, "compare", "ranks"), []
    build = compare_page.one

    def counted(said: QueryDict, name: str):
        made.append(name)
        return build(said, name)

    def whole(said: QueryDict):
        raise AssertionError("the whole screen is computed")

    monkeypatch.setattr(compare_page, "one", counted)
    monkeypatch.setattr(compare_page, "computed", whole)
    monkeypatch.setattr(compare_page, "lq", whole)
    answers = [Client().get(path) for _ in range(5)]
    assert made == ["ranks"]
    assert len({answer.content for answer in answers}) == 1
    assert {answer["Cache-Control"] for answer in answers} == {"public, max-age=300, must-revalidate"}


def test_a_cache_asks_again_by_the_tag_and_is_told_when_it_is_withdrawn(world: World, filled: None):
    path = shared(world, "compare", "ranks")
    first = Client().get(path)
    again = Client().get(path, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert "max-age=300" in again["Cache-Control"]
    assert Client().get(path, headers={"If-None-Match": '"another"'}).content == first.content
    browser(world, "director").post(reverse("atlas_share_withdraw", args=[path.split("/")[-2]]))
    assert Client().get(path, headers={"If-None-Match": first["ETag"]}).status_code == 404


def test_a_chart_that_cannot_be_made_is_not_tried_by_each_visitor(world: World, monkeypatch: pytest.MonkeyPatch):
    """Nothing has been brought in: there is no chart of it."""
    with world.as_("programme"):
        path, made = reverse("atlas_embed", args=[atlas.share_chart(screen="compare", chart="ranks").code]), []
    build = compare_page.one
    monkeypatch.setattr(compare_page, "one", lambda said, name: made.append(name) or build(said, name))
    assert [Client().get(path).status_code for _ in range(3)] == [404, 404, 404]
    assert made == ["ranks"]


def test_while_it_is_made_others_do_not_make_it_and_do_not_wait_for_ever():
    kept, begun, go, made = Kept(seconds=60, most=2, wait=0.05), threading.Event(), threading.Event(), []

    def slow() -> bytes:
        made.append(1)
        begun.set()
        assert go.wait(10)
        return b"chart"

    first = threading.Thread(target=lambda: kept.get("one", slow))
    first.start()
    assert begun.wait(10)
    asked = time.monotonic()
    assert kept.get("one", slow) is None and kept.get("two", slow) is None
    assert time.monotonic() - asked < 5
    go.set()
    first.join()
    assert kept.get("one", slow) == b"chart" and made == [1]


def test_what_is_kept_ends_and_is_bounded():
    kept, old = Kept(seconds=60, most=2, wait=1), Kept(seconds=0, most=2, wait=1)
    for name in ("one", "two", "three"):
        assert kept.get(name, name.encode) == name.encode()
    assert kept.get("three", lambda: b"new") == b"three" and kept.get("one", lambda: b"new") == b"new"
    assert old.get("one", lambda: b"a") == b"a" and old.get("one", lambda: b"b") == b"b"


def test_a_visitor_is_told_to_come_again(world: World, filled: None, monkeypatch: pytest.MonkeyPatch):
    path = shared(world, "compare", "ranks")
    monkeypatch.setattr(embed, "kept", Kept(seconds=60, most=2, wait=0))
    with embed.kept._making:
        busy = Client().get(path)
    assert (busy.status_code, busy["Retry-After"]) == (503, "10")


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
