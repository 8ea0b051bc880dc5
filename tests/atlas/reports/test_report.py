"""The same manifest gives the same bytes; every figure leads to its evidence; what is withheld is nowhere."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pypdf
import pytest

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.reports.making import canonical, differing, write
from tests.atlas.reports.conftest import DOORS, SECRET, make, write_world
from tests.conftest import ROOT


def table(made, name):
    return list(csv.DictReader(io.StringIO(made[f"tables/{name}.csv"].decode("utf-8-sig"))))


def page(made, language="en"):
    return made[f"report.{language}.html"].decode()


def test_same_manifest_same_bytes(made, region):
    folder, held = region
    again = make(held, folder)
    assert again.keys() == made.keys()
    assert {name for name in made if made[name] != again[name]} == set()


@pytest.mark.slow
def test_same_bytes_in_another_process_zone_and_language(made, region, tmp_path):
    """Nothing of the clock, the zone, the order of hashes or the terminal's language gets in."""
    folder, held = region
    (folder / "manifest.json").write_bytes(canonical(held))
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "12345", "TZ": "America/New_York", "LANG": "ko_KR.UTF-8"}
    words = [sys.executable, "-m", "squaremile.cli.main", "atlas", "report", str(folder / "manifest.json"), "--output", str(tmp_path / "out")]
    subprocess.run(words, check=True, env=env, cwd=tmp_path, capture_output=True)
    assert differing(made, tmp_path / "out") == []


def test_another_seed_moves_only_what_is_drawn(made, region):
    folder, held = region
    other = make({**held, "seed": 8}, folder)
    tables = {name for name in made if name.startswith("tables/") and made[name] != other[name]}
    drawn = {"tables/E4-ranks.csv", "tables/E9-concentration-kd.csv", "tables/E10-concentration-m.csv"}
    assert {"tables/E9-concentration-kd.csv"} < tables <= drawn
    assert other["report.en.html"] != made["report.en.html"]


class Links(HTMLParser):
    """Ids, addresses, and the figures that no link surrounds."""

    def __init__(self):
        super().__init__()
        self.ids, self.hrefs, self.bare, self.inside = [], [], [], []

    def handle_starttag(self, tag, attributes):
        held = dict(attributes)
        self.ids += [held["id"]] if "id" in held else []
        self.hrefs += [held["href"]] if "href" in held else []
        if tag in ("td", "a"):
            self.inside.append((tag, held.get("class")))

    def handle_endtag(self, tag):
        if tag in ("td", "a"):
            self.inside.pop()

    def handle_data(self, data):
        if self.inside and self.inside[-1] == ("td", "number") and data.strip():
            self.bare.append(data)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_figure_leads_to_its_evidence(made, language):
    links = Links()
    links.feed(page(made, language))
    assert links.bare == []
    assert len(links.ids) == len(set(links.ids))
    for href in links.hrefs:
        assert (href[1:] in links.ids) if href.startswith("#") else (href in made), href
    assert {f"E{n}" for n in range(1, 10)} <= set(links.ids)
    # Each table says its evidence, and each evidence its data's hash.
    assert all("[E" in caption for caption in re.findall(r"<caption>(.*?)</caption>", page(made, language)))


def test_the_page_needs_nothing_else(made):
    text = page(made)
    assert not re.search(r'(src|href)="(https?:)?//', text) and "<script" not in text


def test_what_people_wrote_is_never_markup(made):
    """An activity named as a script in HTML and SVG, and as code in typst."""
    for language in ("ko", "en"):
        assert "&lt;script&gt;alert(1)" in page(made, language) and "<script" not in page(made, language)
        text = "".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(made[f"report.{language}.pdf"])).pages)
        assert '#panic("x")' in text and "<script>alert(1)" in text


def test_both_languages_say_the_same_on_page_and_paper(made):
    said = {"ko": ("전북 보고서", "무엇을 하는 지역인가", "근거"), "en": ("Report on Jeonbuk", "What the region does", "Evidence")}
    for language, words in said.items():
        text = "".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(made[f"report.{language}.pdf"])).pages)
        for word in words:
            assert word in page(made, language) and word in text, word
    links = [len(re.findall(r'href="#E\d+"', page(made, language))) for language in ("ko", "en")]
    assert links[0] == links[1] > 50


def test_few_units_are_told_nowhere_and_cannot_be_worked_out(made, region):
    folder, _ = region
    with (folder / "jobs.csv").open() as held:
        mine = {row["activity"]: int(row["jobs"]) for row in csv.DictReader(held) if row["region"] == "전북"}
    assert mine["vaccine"] == SECRET
    rows = {r["activity"]: r for r in csv.DictReader(io.StringIO(made["tables/E2-profile.csv"].decode("utf-8-sig")))}
    hidden = {name for name, row in rows.items() if row["value"] == ""}
    # The next smallest goes with it: the total less the others would be the secret.
    next_smallest = min((v, a) for a, v in mine.items() if a != "vaccine")[1]
    assert hidden == {"vaccine", next_smallest}
    assert all(row["lq"] == row["share"] == "" for name, row in rows.items() if name in hidden)
    newcomers = made["tables/E5-newcomers.csv"].decode("utf-8-sig")
    assert "vaccine" not in newcomers and "food" in newcomers


def test_tables_hold_every_digit_of_what_is_shown(made):
    rows = list(csv.DictReader(io.StringIO(made["tables/E4-ranks.csv"].decode("utf-8-sig"))))
    mine = next(r for r in rows if r["region"] == "전북")
    assert len(rows) == 8 and int(mine["low"]) <= int(mine["rank"]) <= int(mine["high"])
    assert f"ranks {mine['rank']} of 8" in page(made) or f"between {mine['low']} and {mine['high']} of 8" in page(made)


def test_the_planted_growth_is_found(made):
    assert "Growing faster than the whole (false discovery rate 5%): microbes" in page(made)


def test_those_that_gather_are_said_to_with_the_envelope_they_leave(made):
    """Twelve in one street among sixty anywhere; 99 simulations cannot show less than p = 0.01."""
    for language, words in (("en", "K-density: At "), ("ko", "K-밀도: ")):
        assert words in page(made, language)
    assert "p = 0.01" in page(made) and "more" in page(made).split("K-density: At ")[1][:200]
    rows = [{k: float(v) if v else None for k, v in row.items()} for row in table(made, "E9-concentration-kd")]
    near = next(row for row in rows if row["distance_m"] == 100)
    assert near["observed"] > near["envelope_high"] > near["expected"] > near["envelope_low"]
    m = {row["distance_m"]: row for row in table(made, "E10-concentration-m")}
    assert float(m["400.0"]["expected"]) == 1.0 and float(m["400.0"]["observed"]) > float(m["400.0"]["envelope_high"])


def test_the_broker_and_both_communities_are_found(made):
    rows = {row["organisation"]: row for row in table(made, "E11-network")}
    assert max(rows, key=lambda name: float(rows[name]["betweenness"])) == "다리" and rows["다리"]["ties"] == "2"
    # All ways between five and five go through it: 25 of the 10 · 9 / 2 pairs of others.
    assert float(rows["다리"]["betweenness"]) == pytest.approx(25 / 45)
    groups = {}
    for row in table(made, "E12-communities"):
        groups.setdefault(row["community"], set()).add(row["organisation"][0])
    assert sorted(len(g - {"다"}) for g in groups.values()) == [1, 1]
    assert "11 organisations are joined by 22 ties" in page(made)


@pytest.mark.parametrize(
    ("more", "said"),
    [({"reference": "rare"}, "fewer than 5 sites"), ({"reference": "nothing"}, "There is no site of the type")],
)
def test_too_few_of_a_type_get_a_reason_in_place_of_a_curve(more, said, region):
    folder, held = region
    found = make({**held, "sections": [{**DOORS, "simulations": 99, **more}]}, folder)
    assert said in page(found) and not any(name.startswith("charts/") for name in found)


@pytest.mark.parametrize("wrong", [{"measures": ["ripley"]}, {"measures": []}, {"radius": 5}, {"simulations": 5}])
def test_a_concentration_that_cannot_be_asked_is_refused(wrong, region):
    folder, held = region
    with pytest.raises(Unmeasurable):
        make({**held, "sections": [{**DOORS, "reference": "bio", **wrong}]}, folder)


def test_city_points_get_a_reason_in_place_of_a_curve(tmp_path):
    held = write_world(tmp_path, precision="city")
    found = make({**held, "sections": [{**DOORS, "reference": "bio"}]}, tmp_path)
    assert "no density can be claimed" in page(found) and "envelope" not in page(found).split("Evidence")[1]


def test_charts_are_pictures_of_their_own(made):
    charts = [name for name in made if name.startswith("charts/")]
    assert len(charts) == 12
    for name in charts:
        root = ET.fromstring(made[name])
        assert root.tag.endswith("svg") and root[0].tag.endswith("title") and root[0].text
        for mark in root.iter():
            for key in ("x", "y", "cx", "cy", "x1", "y1", "x2", "y2"):
                assert -1 <= float(mark.get(key, 0)) <= 700, (name, mark.attrib)


def test_city_points_get_a_reason_in_place_of_a_square(tmp_path):
    held = write_world(tmp_path, precision="city")
    held["sections"] = [s for s in held["sections"] if s["kind"] == "square"]
    made = make(held, tmp_path)
    assert "40 of 40 sites are known only to their city" in page(made) and "주소(도로명 이상)" in page(made, "ko")
    assert not any(name.startswith(("charts/", "tables/")) for name in made)


def test_files_are_listed_with_their_sums_and_written_whole(made, tmp_path):
    write(made, tmp_path / "out")
    found = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=tmp_path / "out", check=False, capture_output=True)
    assert found.returncode == 0, found.stderr
    assert differing(made, tmp_path / "out") == []
    (tmp_path / "out" / "report.en.html").write_text("changed")
    (tmp_path / "out" / "more.txt").write_text("more")
    (tmp_path / "out" / "report.ko.pdf").unlink()
    assert differing(made, tmp_path / "out") == ["more.txt", "report.en.html", "report.ko.pdf"]
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["seed"] == 7
