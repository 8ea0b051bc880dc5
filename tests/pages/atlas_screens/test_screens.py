"""The screens of the atlas: both languages, each wrong role, what they say, and how many statements they take."""

import csv
import io
import json
import re
import threading
import time
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from squaremile.atlas import operations as atlas
from squaremile.atlas.reads import bonds, partnering
from squaremile.web.pages.atlas.screens import partners_page
from squaremile.web.pages.atlas.screens.kept import Kept
from tests.pages.people import browser
from tests.world import World

SCREENS = {
    "atlas_map": ("지도", "Map"), "atlas_square": ("1제곱마일", "Square mile"), "atlas_compare": ("비교", "Comparison"),
    "atlas_twins": ("같은 축척의 두 곳", "Two places at one scale"), "atlas_opportunities": ("기회", "Opportunities"),
    "atlas_partners": ("협력 상대", "Partners"),
    "atlas_trends": ("추세", "Trends"), "atlas_ties": ("협력", "Collaboration"), "atlas_definitions": ("재는 방법", "How it is measured"),
}  # fmt: skip
STAFF_ONLY = {"atlas_own": ("우리의 수치", "Our own figures")}
FETCHED = ("atlas_sites_json", "atlas_regions_geojson", "atlas_sites_geojson", "atlas_sites_csv")
CHARTS = {"atlas_square": ("curve",), "atlas_compare": ("strengths", "ranks"), "atlas_opportunities": ("ahead",), "atlas_trends": ("lines",),
          "atlas_ties": ("web",)}  # fmt: skip
FORMULA = re.compile(r'<script type="application/json">(.*?)</script>', re.DOTALL)


def shown(client: Client, name: str, query: str = "") -> str:
    response = client.get(reverse(name) + query)
    assert response.status_code == 200, (name, response.status_code)
    return response.content.decode()


def prose(page: str) -> str:
    """What a person reads of the page itself: no markup, scripts, names or data."""
    main = page[page.index("<main") : page.index("</main>")]
    main = re.sub(r"<script.*?</script>|<select.*?</select>|<code.*?</code>|\slang=\"en\".*?</", "", main, flags=re.DOTALL)
    return re.sub(r"<[^>]+>", " ", main)


@pytest.mark.parametrize("name", [*SCREENS, *STAFF_ONLY])
def test_each_screen_in_both_languages(name: str, world: World, filled: None):
    korean, english = {**SCREENS, **STAFF_ONLY}[name]
    for language, heading in (("ko", korean), ("en", english)):
        page = shown(browser(world, "operator", language), name)
        assert f"<h1>{heading}</h1>" in page
        assert "refusal-title" not in page, "with this data everything can be said"
    assert not re.search(r"[가-힣]", prose(page)), "Korean on the English page"


@pytest.mark.parametrize("name", [*SCREENS, *STAFF_ONLY])
def test_each_screen_teaches_the_next_step_where_there_is_nothing(name: str, world: World):
    page = shown(browser(world, "operator", "ko"), name)
    if name not in ("atlas_definitions", "atlas_own"):
        assert "sm-empty" in page or "refusal-title" in page


@pytest.mark.parametrize("name", [*SCREENS, *STAFF_ONLY, *FETCHED])
def test_nobody_reads_it_without_signing_in(name: str, world: World, filled: None):
    response = browser(world).get(reverse(name))
    assert (response.status_code, "login" in response.get("Location", "")) == (302, True)


@pytest.mark.parametrize("who", ["hana", "hajin"])
def test_the_clusters_own_figures_are_staffs(who: str, world: World, filled: None):
    assert browser(world, who).get(reverse("atlas_own")).status_code == 403
    assert reverse("atlas_own") not in shown(browser(world, who), "atlas_map")


def test_own_figures_of_fewer_than_five_organisations_are_withheld(world: World, filled: None):
    page = shown(browser(world, "operator", "en"), "atlas_own")
    assert page.count("fewer than five") == 3, "the small world has two companies"
    assert page.count("Nothing was metered in this span") == 2
    for version in ("occupancy/1", "utilisation-held/1", "utilisation-metered/1", "joint-use-metered/1"):
        assert f"<code>{version}</code>" in page


@pytest.mark.parametrize("name", [*SCREENS, *STAFF_ONLY, *FETCHED])
def test_as_many_statements_with_more_rows(name: str, world: World, filled: None):
    client = browser(world, "operator", "en")
    client.get(reverse(name))
    with CaptureQueriesContext(connection, ) as before:
        assert client.get(reverse(name)).status_code == 200
    with world.as_("programme"):
        for n in range(3):
            atlas.add_organisation(code=f"AO-X{n}", kind="company", name_en=f"More {n}", published=True)
            atlas.add_site(institution=f"AO-X{n}", address_ko="전주", latitude=35.84, longitude=127.12, precision="street")
            atlas.record_tie(institution=f"AO-X{n}", other_institution=f"AO-X{(n - 1) % 3}", tie_kind="trial") if n else None
    with CaptureQueriesContext(connection) as after:
        assert client.get(reverse(name)).status_code == 200
    assert len(after) == len(before)


def test_the_square_says_what_the_measure_finds(world: World, filled: None):
    import squaremile.atlas as library

    client = browser(world, "hana", "en")
    columns = client.get(reverse("atlas_sites_json") + "?exact=1").json()
    found = library.densest(
        [n / 1e7 for n in columns["latitude"]], [n / 1e7 for n in columns["longitude"]], side="1mi", distinct=columns["organisation"]
    )
    page = shown(client, "atlas_square")
    assert f'data-most="{found.count}"' in page
    best = [round(each * 1e9) for each in (found.best.bounds.x[0], found.best.bounds.y[0], found.best.bounds.x[1], found.best.bounds.y[1])]
    assert f'data-best="{" ".join(map(str, best))}"' in page
    assert page.count("<li>", page.index('data-part="members"'), page.index("</ul>", page.index('data-part="members"'))) == found.count


def test_where_only_cities_are_known_no_density_is_claimed(world: World, filled: None):
    page = shown(browser(world, "hana", "en"), "atlas_square", "?region=demo-area:gimje")
    assert "refusal-title" in page and "6 sites have the point of their city alone" in page
    assert 'data-controller="island"' not in page


def test_a_part_is_set_against_all_sites(world: World, filled: None):
    client, chosen = browser(world, "hana", "en"), "?activity=bio:rna"
    assert "Being worked out" in (page := shown(client, "atlas_square", chosen)) or "199 times" in page
    until = time.monotonic() + 30
    while 'hx-trigger="load' in (part := shown(client, "atlas_square_chance", chosen)) and time.monotonic() < until:
        time.sleep(0.1)
    assert re.search(r'stat-value">0\.\d{3}', part) and "199 times" in part
    assert re.search(r'stat-value">0\.\d{3}', shown(client, "atlas_square", chosen)), "it is kept"


def test_no_request_waits_for_what_takes_long():
    kept, go, made = Kept[int](seconds=60, most=5, wait=0.01), threading.Event(), []

    def slow() -> int:
        made.append(go.wait(10))
        return 7

    assert [kept.begun("one", slow) for _ in range(3)] == [None] * 3
    assert kept.begun("another", slow, most_waiting=1) is None
    go.set()
    while kept.begun("one", slow) is None:
        time.sleep(0.01)
    assert (kept.begun("one", slow), made) == (7, [True])

    def broken() -> int:
        raise ValueError("no answer")

    with pytest.raises(ValueError, match="no answer"):
        while kept.begun("third", broken) is None:
            time.sleep(0.01)


def test_columns_run_from_south_to_north_and_leave_out_cities(world: World, filled: None):
    client = browser(world, "hana")
    every, exact = (client.get(reverse("atlas_sites_json") + query).json() for query in ("", "?exact=1"))
    assert every["latitude"] == sorted(every["latitude"])
    assert len(every["latitude"]) - len(exact["latitude"]) == 21 == every["precision"].count(3)
    assert 3 not in exact["precision"]
    assert {len(exact[name]) for name in ("latitude", "longitude", "organisation", "precision")} == {len(exact["latitude"])}
    assert set(exact["organisation"]) == set(range(len(exact["organisations"])))


def test_what_is_taken_along_is_what_is_shown(world: World, filled: None):
    client = browser(world, "hana", "en")
    points = client.get(reverse("atlas_sites_geojson") + "?region=demo-area:namwon").json()
    rows = list(csv.DictReader(io.StringIO(client.get(reverse("atlas_sites_csv") + "?region=demo-area:namwon").content.decode("utf-8-sig"))))
    assert len(points["features"]) == len(rows) > 0
    first = points["features"][0]
    assert first["geometry"]["coordinates"] == [float(rows[0]["Longitude"]), float(rows[0]["Latitude"])]
    assert first["properties"]["code"] == rows[0]["Code"]
    outlines = client.get(reverse("atlas_regions_geojson") + "?region=demo-area:namwon").json()
    assert "namwon" in {each["properties"]["code"] for each in outlines["features"]}


@pytest.mark.parametrize("name", CHARTS)
def test_each_chart_has_the_same_as_a_table_and_as_csv(name: str, world: World, filled: None):
    client = browser(world, "hana", "en")
    page = shown(client, name)
    specs = [json.loads(each) for each in FORMULA.findall(page)]
    assert len(specs) == len(CHARTS[name]) == page.count('class="chart-table"')
    for spec, chart in zip(specs, CHARTS[name], strict=True):
        table = list(csv.reader(io.StringIO(client.get(f"{reverse(name)}?csv={chart}").content.decode("utf-8-sig"))))
        assert len(table) > 1 and spec["x"]["name"] and spec["y"]["name"]
    assert client.get(f"{reverse(name)}?csv=nothing").status_code == 404


def test_links_to_definitions_lead_somewhere(world: World, filled: None):
    client = browser(world, "operator", "en")
    defined = set(re.findall(r'<tr id="(\w+)"', shown(client, "atlas_definitions")))
    wanted = {code for name in ({*SCREENS} - {"atlas_definitions"}) for code in re.findall(r'/atlas/definitions/#(\w+)"', shown(client, name))}
    assert {"densest_square", "naive_grid", "betweenness", "constraint"} <= wanted <= defined


def test_a_planted_burst_is_found_in_its_years(world: World, filled: None):
    page = shown(browser(world, "hana", "en"), "atlas_trends", "?region=jeongeup")
    bursts = page[page.index("at most 5% false alarms") : page.index("Growth of each activity")]
    row = re.search(r"Microbes</th><td>(\d+)</td><td>(\d+)</td>", bursts)
    assert row and row.groups() == ("2022", "2023"), "the fifth and sixth of the nine years to 2026"


def test_twins_of_which_one_is_known_by_its_city_are_refused(world: World, filled: None):
    page = shown(browser(world, "hana", "en"), "atlas_twins", "?one=demo-area:kendall&other=demo-area:gimje")
    assert "refusal-title" in page and "6 of Gimje" in page


def test_the_record_beside_the_map_is_a_part_of_a_page(world: World, filled: None):
    client = browser(world, "hana", "en")
    code = client.get(reverse("atlas_sites_json")).json()["organisations"][0]["code"]
    part = client.get(reverse("atlas_map_record", args=[code])).content.decode()
    assert "<html" not in part and "Demonstration data" in part and reverse("atlas_organisation", args=[code]) in part
    assert client.get(reverse("atlas_map_record", args=["AO-NOBODY"])).status_code == 404


def test_drafts_are_on_no_map_but_staffs(world: World, filled: None):
    with world.as_("programme"):
        atlas.add_organisation(code="AO-DRAFT", kind="company", name_en="Secret plan")
        atlas.add_site(institution="AO-DRAFT", latitude=35.846, longitude=127.129, precision="street")
    for who, sees in (("hana", False), ("operator", True)):
        client = browser(world, who, "en")
        for name in FETCHED:
            assert ("Secret plan" in client.get(reverse(name)).content.decode()) is (sees and name != "atlas_regions_geojson")
        assert ("Secret plan" in shown(client, "atlas_square", "?region=demo-area:jeonju")) is sees


def test_the_map_of_a_year_has_what_was_open_then(world: World, filled: None):
    with world.as_("programme"):
        atlas.add_organisation(code="AO-OLD", kind="company", name_en="Closed Works", founded=1990, published=True)
        atlas.add_site(
            institution="AO-OLD", address_ko="전주", latitude=35.84, longitude=127.12, precision="street", opened=date(2001, 5, 1),
            closed=date(2010, 3, 1),
        )
        atlas.add_organisation(code="AO-NODATE", kind="company", name_en="Undated Works", published=True)
        atlas.add_site(institution="AO-NODATE", address_ko="전주", latitude=35.84, longitude=127.12, precision="street")
    client = browser(world, "hana", "en")
    then = {year: client.get(reverse("atlas_sites_json") + f"?year={year}").json() for year in (2000, 2009, 2010, 2020, 2999)}
    names = {year: {one["name"] for one in found["organisations"]} for year, found in then.items()}
    assert [year for year, there in names.items() if "Closed Works" in there] == [2009]
    assert all("Undated Works" in there for there in names.values())
    assert names[2000] < names[2009] - {"Closed Works"} < names[2020] <= names[2999]
    assert len({tuple(found["box"]) for year, found in then.items() if year != 2999}) == 1, "the map stands still"
    page = shown(client, "atlas_map", "?year=2009")
    assert re.search(r'type="range"[^>]*name="year"[^>]*value="2009"', page) and "1 site without a year" in page
    assert f'{reverse("atlas_sites_json")}?year=2009"' in page, "what the map fetches is of the same year"
    for odd in ("abc", "", "99999", "-5", "٢٠٢٠"):
        assert "refusal" not in shown(client, "atlas_map", f"?year={odd}")


def test_trends_up_to_a_year_know_nothing_later(world: World, filled: None):
    client = browser(world, "hana", "en")
    whole, then = (shown(client, "atlas_trends", query) for query in ("", "?year=2022"))
    first, second = (json.loads(FORMULA.findall(page)[0]) for page in (whole, then))
    assert second["x"]["values"][-1] == "2022" and second["x"]["values"] == first["x"]["values"][: len(second["x"]["values"])]
    assert first["x"]["values"][-1] == "2026" and "later figures are left out" in then and "later figures" not in whole
    table = client.get(f"{reverse('atlas_trends')}?year=2022&csv=lines").content.decode("utf-8-sig")
    assert "2022" in table and "2023" not in table


def test_a_region_is_drawn_or_says_why_not(world: World, filled: None):
    with world.as_("programme"):
        atlas.draw_region(region_scheme="demo-area", code="figures-only", name_en="Figures Only", published=True)
    client, where = browser(world, "hana", "en"), lambda code: reverse("atlas_region", args=["demo-area", code])
    drawn, bare = (client.get(where(code)).content.decode() for code in ("namwon", "figures-only"))
    assert drawn.count('class="land"') == 1 and "data-organisations" in drawn and "No outline is stored" not in drawn
    assert 'class="land"' not in bare and "No outline is stored" in bare


def test_what_if_a_region_gained_something(world: World, filled: None):
    client = browser(world, "hana", "en")
    page = shown(client, "atlas_opportunities")
    assert "Nothing is chosen yet" in page
    first = re.search(r'name="gain" value="([^"]+)"', page)[1]
    answer = client.get(reverse("atlas_opportunities_gain") + f"?gain={first}")
    assert answer["HX-Push-Url"] == f"{reverse('atlas_opportunities')}?gain={first}"
    panel = answer.content.decode()
    assert "What would come nearer next" in panel and "<html" not in panel
    whole = shown(client, "atlas_opportunities", f"?gain={first}")
    assert "What would come nearer next" in whole and re.search(rf'value="{first}" checked', whole)
    refused = client.get(reverse("atlas_opportunities_gain") + "?gain=nothing-like-it")
    assert refused.status_code == 200 and "is not for this region to gain" in refused.content.decode()


def test_there_is_nothing_to_gain_without_figures(world: World):
    assert browser(world, "hana").get(reverse("atlas_opportunities_gain")).status_code == 404


def cards(client: Client, query: str = "") -> str:
    """The cards, waited for as the page waits."""
    until = time.monotonic() + 60
    while 'hx-trigger="load' in (part := shown(client, "atlas_partner_cards", query)) and time.monotonic() < until:
        time.sleep(0.1)
    return part


def test_partners_are_those_of_the_measure_each_with_its_reasons(world: World, filled: None):
    with world.as_("hana"):
        held, ties, at = partnering.doings("bio"), bonds.bonds(), partnering.places()
        answer = partners_page.measured(held, ties, at, None)
    who = next(code for code, found in answer.suggestions.items() if len(found) > 2)
    page = cards(browser(world, "hana", "en"), f"?organisation={who}")
    found = re.findall(r'<h3><a href="[^"]*/organisations/([^"/]+)/"', page)
    assert found == [one.partner for one in answer.suggestions[who]][: partners_page.SHOWN]
    for each in page.split('<li class="partner-card">')[1:]:
        assert re.search(r"<ul class=\"reasons\"><li>", each), "a suggestion without a reason is not made"
        assert re.search(r"\d (km|m)\b|distance not known", each)
    assert "Both work on" in page or "lacking here" in page


def test_a_partner_goes_with_its_reason(world: World):
    """Two do the same and nobody else does: each is the other's partner, until one of them does something else."""
    with world.as_("programme"):
        atlas.add_source(code="here", name_en="Here", licence="CC0-1.0")
        for code in ("x1", "x2", "x3"):
            atlas.add_activity_code(activity_scheme="bio", code=code, name_en=f"Word {code}")
        for n, code in enumerate(("x1", "x1", "x2")):
            atlas.add_organisation(code=f"AO-P{n}", kind="company", name_en=f"Partner {n}", published=True)
            atlas.record_activity(institution=f"AO-P{n}", activity_scheme="bio", activity_code=code, source="here")
    client = browser(world, "hana", "en")
    page = cards(client, "?organisation=AO-P0")
    assert "Partner 1" in page and "Both work on: Word x1" in page and "Partner 2" not in page
    assert "Without the ties that would be expected" in page and "distance not known" in page, "what the data do not allow is said"
    with world.as_("programme"):
        atlas.add_organisation(code="AO-P9", kind="company", name_en="Draft of Partner")
        atlas.record_activity(institution="AO-P9", activity_scheme="bio", activity_code="x1", source="here")
    assert "Draft of Partner" not in cards(client, "?organisation=AO-P0")
    assert "Draft of Partner" in cards(browser(world, "programme", "en"), "?organisation=AO-P0"), "staff see drafts, from an answer of their own"
    lone = cards(client, "?organisation=AO-P2")
    assert "No partner with a reason" in lone


def test_an_organisation_is_found_by_its_name(world: World, filled: None):
    client = browser(world, "hana", "en")
    assert "Which of these?" in shown(client, "atlas_partners", "?q=university")
    assert "Nothing fits" in shown(client, "atlas_partners", "?q=nobody-of-this-name")
    for odd in ("?organisation=%00", "?scheme=nothing", "?q=%00"):
        assert client.get(reverse("atlas_partners") + odd).status_code == 200
