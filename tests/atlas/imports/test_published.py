"""The published data sets, where they are: a whole register, a city's own list with its one wrong point, Korea's municipalities."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest

from squaremile.atlas import operations as atlas
from squaremile.atlas.models import Duplicate, Organisation, Region, Site, SiteRegion
from squaremile.atlas.policies.questions import question
from squaremile.atlas.reads import counting, digest, quality
from squaremile.cli.imports.applying import IMPORT
from squaremile.cli.imports.atlas.importing import Origin, bring, read
from squaremile.cli.imports.atlas.reading import Options
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from tests.world import MONDAY, World

CAMBRIDGE = {
    "columns": {"Business Type": "activity"}, "constants": {"country": "US", "precision": "roof"},
    "activities": {kind: [{"scheme": "cluster", "code": code, "name_ko": ko, "name_en": kind}]
                   for kind, code, ko in (("Life Sciences", "life-sciences", "생명과학"), ("Technology", "technology", "기술"))},
}  # fmt: skip
# 35011 … 35380: Jeonbuk's fifteen units of 2018.
JEONBUK = {
    "35011", "35012", "35020", "35030", "35040", "35050", "35060", "35310", "35320", "35330", "35340", "35350", "35360", "35370", "35380",
}  # fmt: skip


@pytest.fixture(autouse=True)
def monday(world: World) -> Iterator[None]:
    with clock.as_of(MONDAY):
        yield


def test_a_citys_own_list_with_its_one_wrong_point(published):
    folder = published.folder("cambridge-lifesci")
    border = read("regions", (folder / "city_boundary.topojson").read_bytes(), name="border.topojson", options=Options(
        scheme="us-city", suffix=".topojson", published=True, mapping={"constants": {"code": "cambridge", "name_en": "Cambridge"}}))  # fmt: skip
    assert bring(border)
    file = read(
        "list", (folder / "companies.csv").read_bytes(), name="companies.csv", options=Options(suffix=".csv", mapping=CAMBRIDGE, published=True),
        origin=Origin(inside="us-city:cambridge"),
    )
    assert bring(file)
    report = file.reading.report
    assert report.tallies["organisations"].read == 429
    assert [f.subject for f in report.findings if f.code in ("outside", "far", "swapped")] == [
        f.subject for f in report.findings if "Navya" in f.subject and f.code == "outside"
    ]
    piled = {f.subject for f in report.findings if f.code in ("pile_up", "one_building")}
    rows = [r for r in csv.DictReader(io.StringIO((folder / "companies.csv").read_text("utf-8-sig"))) if "Navya" not in r["Business Name"]]
    together: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        together.setdefault((row["Latitude"], row["Longitude"]), set()).add(row["Business Name"])
    crowded = sum(len(names) for names in together.values() if len(names) > 5)
    assert len(piled) == crowded > 0
    with scope(IMPORT):
        lost = Site.objects.filter(latitude=None)
        assert [site.organisation.name_en for site in lost] == ["Navya Network"]
        assert Site.objects.exclude(latitude=None).count() == 428
        placed = counting.answer(question({"region_scheme": "us-city", "scheme": "cluster", "activity": "life-sciences"}))
        assert (placed.value, placed.base) == (272, 272)
        # The exact square of one mile that holds most of them.
        box = [-71.096386, 42.360134, -71.076797, 42.374607]
        assert counting.answer(question({"scheme": "cluster", "activity": "life-sciences", "box": box})).value in (134, 135)
        assert quality.quality().unplaced == 1


def test_koreas_municipalities_and_whose_points_lie_in_them(published):
    folder = published.folder("korea-municipalities")
    file = read("regions", (folder / "skorea-municipalities-2018-topo-simple.json").read_bytes(), name="m.json", options=Options(
        scheme="kr-municipality", suffix=".json", only="35"))  # fmt: skip
    assert bring(file)
    rows = (published.folder("ror-organisations") / "korea.csv").read_bytes()
    assert bring(read("ror", rows, name="korea.csv", options=Options(suffix=".csv")))
    with scope(IMPORT):
        assert set(Region.objects.values_list("code", flat=True)) == JEONBUK
        assert 7800 < sum(r.area_km2 for r in Region.objects.all()) < 8300, "the province has 8,070 km²"
        from squaremile.atlas.policies.polygons import outline

        for region in Region.objects.all():
            shape = outline(region.outline)
            by_hand = {s.id for s in Site.objects.exclude(latitude=None) if shape.holds(float(s.latitude), float(s.longitude))}
            assert set(SiteRegion.objects.filter(region=region).values_list("site", flat=True)) == by_hand
        assert SiteRegion.objects.exists()


@pytest.mark.slow
def test_a_whole_register_and_a_merge_that_is_taken_back(published, tmp_path, world: World):
    import gzip

    folder = published.folder("ror-organisations")
    relations = tmp_path / "relations.csv"
    relations.write_bytes(gzip.decompress((folder / "relationships.csv.gz").read_bytes()))
    file = read("ror", (folder / "organisations.csv.gz").read_bytes(), name="organisations.csv.gz", options=Options(
        suffix=".csv", relations=relations, published=True))  # fmt: skip
    assert bring(file)
    report = file.reading.report
    assert report.unaccounted() == {}
    assert (report.tallies["organisations"].read, report.tallies["organisations"].created) == (51370, 51370)
    assert [f.code for f in report.findings if f.code == "city_level"] == ["city_level"], "middles of cities are told of"
    with scope(IMPORT):
        assert Organisation.objects.exclude(parent=None).count() > 10_000
    with world.as_("programme"):
        before = digest.registry()
        old, new = (Organisation.objects.get(ror=number) for number in ("05ej3nj38", "027zrs220"))
        assert Duplicate.objects.count() == 0
        pair = atlas.pair_organisations(institution=old.code, other_institution=new.code)
        atlas.merge_organisations(pair=pair.code)
        assert digest.registry() != before
        atlas.undo_merge(pair=pair.code)
        assert digest.registry() == before
