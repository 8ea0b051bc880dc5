"""Files from registers, lists and offices: tried, brought in, brought in again; points that are not believed; rows that are wrong."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from squaremile.atlas.models import Activity, Batch, Fact, Organisation, Provenance, Region, Site, Source, Tie
from squaremile.atlas.reads import digest
from squaremile.cli.imports.applying import IMPORT
from squaremile.cli.imports.atlas.importing import Origin, bring, read
from squaremile.cli.imports.atlas.reading import Options
from squaremile.core.sheets.report import Report
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid
from squaremile.kernel.ids import MANY
from squaremile.kernel.scope import scope
from tests.atlas.imports import files
from tests.world import MONDAY, World


@pytest.fixture(autouse=True)
def monday(world: World) -> Iterator[None]:
    with clock.as_of(MONDAY):
        yield


def bringing(kind: str, data: bytes, *, dry_run: bool = False, origin: Origin | None = None, **options: Any) -> Report:
    suffix = options.pop("suffix", ".csv" if kind in ("list", "sbir", "qcew", "cbp") else ".json")
    file = read(kind, data, name=f"file{suffix}", options=Options(suffix=suffix, **options), origin=origin)
    assert bring(file, dry_run=dry_run), file.reading.wrong
    assert file.reading.report.unaccounted() == {}
    return file.reading.report


def counts(report: Report) -> dict[str, tuple[int, int, int]]:
    return {kind: (t.created, t.updated, t.unchanged) for kind, t in report.tallies.items() if t.planned}


def regions() -> None:
    bringing("regions", files.REGIONS, scheme="us-county", suffix=".geojson")


def lines(records: list[dict[str, Any]]) -> bytes:
    return "\n".join(json.dumps(each) for each in records).encode()


EACH = [
    ("list", files.LIST, {"mapping": files.MAPPING}, {"organisations": (6, 0, 0)}),
    ("regions", files.REGIONS, {"scheme": "us-county", "suffix": ".geojson"}, {"regions": (2, 0, 0)}),
    ("ror", files.ROR_2, {}, {"organisations": (2, 0, 0)}),
    ("ror", files.ROR_CSV, {"suffix": ".csv"}, {"organisations": (3, 0, 0)}),
    ("openalex-institutions", files.INSTITUTIONS, {}, {"organisations": (2, 0, 0)}),
    ("openalex-works", lines(files.WORKS), {}, {"organisations": (2, 0, 0), "ties": (1, 0, 0)}),
    ("nih", files.NIH, {}, {"organisations": (3, 0, 0), "ties": (1, 0, 0)}),
    ("sbir", files.SBIR, {}, {"organisations": (2, 0, 0), "ties": (1, 0, 0)}),
    ("trials", files.TRIALS, {}, {"organisations": (2, 0, 0), "ties": (1, 0, 0)}),
    ("openfda", files.OPENFDA, {}, {"organisations": (1, 0, 0)}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "data", "options", "made"), EACH, ids=[f"{kind}-{n}" for n, (kind, *_) in enumerate(EACH)])
def test_each_is_tried_brought_and_brought_again(kind, data, options, made):
    with scope(IMPORT):
        before = digest.registry()
    assert counts(bringing(kind, data, dry_run=True, **options)) == made
    with scope(IMPORT):
        assert (digest.registry(), Batch.objects.count()) == (before, 0), "a dry run leaves nothing"
    assert counts(bringing(kind, data, **options)) == made
    with scope(IMPORT):
        after = digest.registry()
        assert after != before
    again = counts(bringing(kind, data, **options))
    assert again == {what: (0, 0, new) for what, (new, _, _) in made.items()}
    with scope(IMPORT):
        assert digest.registry() == after, "the same file again changes nothing"
        assert Batch.objects.count() == 2


class TestLists:
    def test_points_far_away_are_not_believed_and_told_of(self):
        report = bringing("list", files.LIST, mapping=files.MAPPING)
        with scope(IMPORT):
            lost = Site.objects.get(organisation__name_en="Navigator")
            assert (lost.latitude, lost.precision, lost.address_en) == (None, "", "1 Main St")
            assert Site.objects.exclude(latitude=None).count() == 5
            assert {s.precision for s in Site.objects.exclude(latitude=None)} == {"street"}
        assert [(f.code, f.subject) for f in report.findings] == [("far", "row:7 Navigator")]

    def test_columns_that_nobody_named_stay_behind(self):
        report = bringing("list", files.LIST, mapping=files.MAPPING)
        assert dict(report.left_fields["organisations"]) == {"Contact": 6, "Zip Code": 6}

    def test_their_words_become_codes_of_ours(self):
        bringing("list", files.LIST, mapping=files.MAPPING)
        with scope(IMPORT):
            assert Activity.objects.filter(activity__scheme="cluster", activity__code="life-sciences").count() == 4

    def test_inside_a_region_alone(self):
        regions()
        report = bringing("list", files.LIST, mapping=files.MAPPING, origin=Origin(inside="us-county:25017"))
        assert [(f.code, f.subject) for f in report.findings] == [("outside", "row:7 Navigator")]

    def test_what_somebody_wrote_is_not_written_over(self, world: World):
        from squaremile.atlas import operations as atlas

        bringing("list", files.LIST, mapping=files.MAPPING)
        with scope(IMPORT):
            code = Organisation.objects.get(name_en="Alpha Bio").code
            drawn = [*Organisation.objects.values_list("code", flat=True), *Site.objects.values_list("code", flat=True)]
            assert {len(each) for each in drawn} == {len("AO-") + MANY + 1}, "a register draws fifty thousand at once"
        with world.as_("programme"):
            atlas.edit_organisation(institution=code, website="https://ours.example")
        changed = files.LIST.replace(b"https://alpha.example", b"https://new.example").replace(b"https://beta.example", b"https://newer.example")
        assert counts(bringing("list", changed, mapping=files.MAPPING)) == {"organisations": (0, 1, 5)}
        with scope(IMPORT):
            sites = dict(Organisation.objects.values_list("name_en", "website"))
            assert (sites["Alpha Bio"], sites["Beta Cells"]) == ("https://ours.example", "https://newer.example")

    def test_points_of_geojson(self):
        point = {"type": "Point", "coordinates": [127.1, 35.8]}
        feature = {"type": "Feature", "properties": {"name": "새벌바이오", "주소": "전주시"}, "geometry": point}
        bringing("list", json.dumps({"type": "FeatureCollection", "features": [feature]}).encode(), suffix=".geojson")
        with scope(IMPORT):
            site = Site.objects.get()
            assert (site.address_ko, site.latitude, site.longitude) == ("전주시", Decimal("35.8"), Decimal("127.1"))

    @pytest.mark.parametrize(("row", "field"), [
        (b"Zeta,6 Main St,,,,then,,,,", "founded"), (b"Zeta,6 Main St,,,,,,-71.1,north,", "latitude"), (b"Zeta,6 Main St,,,,,,-71.1,,", "latitude"),
        (b",6 Main St,,,,,,,,", "name"), (b"Zeta,=SUM(A1),,,,,,,,", "Address"),
    ])  # fmt: skip
    def test_a_wrong_row_stops_everything_and_is_named(self, row, field):
        file = read("list", files.LIST + row + b"\n", options=Options(suffix=".csv", mapping=files.MAPPING))
        assert not bring(file)
        ((number, text),) = file.reading.wrong.items()
        assert (number, field in text.en, "8번째 행" in text.ko) == (8, True, True)
        with scope(IMPORT):
            assert not Organisation.objects.exists()

    @pytest.mark.parametrize(("mapping", "code"), [
        ({"columns": {"Nothing": "name"}}, "imports.atlas_mapping"), ({"columns": {"City": "mood"}}, "imports.atlas_mapping"),
        ({"rows": {}}, "imports.atlas_mapping"), ({"constants": {"mood": "x"}}, "imports.atlas_mapping"),
        ({"activities": {"Life Sciences": [{"scheme": "cluster"}]}}, "imports.atlas_mapping"),
    ])  # fmt: skip
    def test_a_mapping_that_names_nothing_is_refused(self, mapping, code):
        with pytest.raises(Invalid) as refused:
            read("list", files.LIST, options=Options(suffix=".csv", mapping=mapping))
        assert refused.value.code == code

    def test_a_list_without_names_is_none(self):
        with pytest.raises(Invalid) as refused:
            read("list", b"Address,City\n1 Main St,Cambridge\n", options=Options(suffix=".csv"))
        assert refused.value.code == "imports.atlas_no_name"


class TestBoundaries:
    def test_topojson_is_put_together_again(self):
        bringing("regions", files.TOPOLOGY, scheme="kr-municipality")
        with scope(IMPORT):
            one, other = Region.objects.order_by("code")
            assert (one.code, one.name_ko, one.name_en) == ("35011", "가구", "Ga-gu")
            assert (one.west, one.south, one.east, one.north) == (127, 35, 128, 36)
            assert (other.west, other.east) == (128, 129)
            assert one.outline["coordinates"][0][0] == one.outline["coordinates"][0][-1], "closed"
            assert one.scheme.name_ko == "시·군·구"

    def test_only_some_of_them(self):
        assert counts(bringing("regions", files.TOPOLOGY, scheme="kr-municipality", only="35")) == {"regions": (1, 0, 0)}

    def test_sites_that_are_there_already_are_counted(self):
        bringing("list", files.LIST, mapping=files.MAPPING)
        regions()
        with scope(IMPORT):
            assert Region.objects.get(code="25017").sites.count() == 5

    @pytest.mark.parametrize(("data", "options", "code"), [
        (files.REGIONS, {}, "imports.atlas_no_scheme"), (b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"x":1}}]}',
        {"scheme": "s"}, "imports.atlas_no_code"), (b'{"type":"Topology","arcs":[[1]],"objects":{}}', {"scheme": "s"}, "imports.broken_topology"),
        (b"{", {"scheme": "s"}, "imports.broken_json"),
    ])  # fmt: skip
    def test_what_is_no_boundary_says_so(self, data, options, code):
        with pytest.raises(Invalid) as refused:
            read("regions", data, options=Options(suffix=".json", **options))
        assert refused.value.code == code

    def test_an_outline_that_is_none_is_a_wrong_row(self):
        bad = files.REGIONS.replace(b"[-71.2, 42.4]", b"[-71.2, 142.4]")
        file = read("regions", bad, options=Options(scheme="us-county", suffix=".json"))
        assert not bring(file)
        assert list(file.reading.wrong) == [1]


class TestRegisters:
    def test_schema_two(self):
        bringing("ror", files.ROR_2, origin=Origin(as_of=MONDAY.date()), published=True)
        with scope(IMPORT):
            one = Organisation.objects.get(ror="05q92br09")
            assert (one.name_ko, one.name_en, one.also, one.kind, one.founded, one.published) == (
                "새벌대학교", "Saebeol University", "SBU", "university", 1947, True)  # fmt: skip
            assert Organisation.objects.get(ror="027zrs220").parent == one
            assert {s.precision for s in Site.objects.all()} == {"city"}
            assert Source.objects.get(code="ror").licence == "CC0-1.0"
            assert set(Provenance.objects.values_list("as_of", flat=True)) == {MONDAY.date()}

    def test_rows_with_relations_beside_them(self, tmp_path):
        beside = tmp_path / "relations.csv"
        beside.write_bytes(files.RELATIONS)
        report = bringing("ror", gzip.compress(files.ROR_CSV), suffix=".csv", relations=beside)
        with scope(IMPORT):
            assert Organisation.objects.get(ror="027zrs220").parent.ror == "05q92br09"
            assert Organisation.objects.get(ror="05ej3nj38").status == "withdrawn"
        assert [f.code for f in report.findings] == ["left_relations"]

    def test_json_and_csv_are_the_same_organisations(self):
        bringing("ror", files.ROR_2)
        assert counts(bringing("ror", files.ROR_CSV, suffix=".csv")) == {"organisations": (1, 0, 2)}

    def test_a_wrong_check_digit_is_a_wrong_row(self):
        file = read("ror", files.ROR_CSV.replace(b"05q92br09,", b"05q92br08,", 1), options=Options(suffix=".csv"))
        assert not bring(file)
        assert list(file.reading.wrong) == [2]

    def test_two_registers_make_one_organisation(self):
        bringing("ror", files.ROR_2)
        assert counts(bringing("openalex-institutions", files.INSTITUTIONS)) == {"organisations": (1, 1, 0)}
        with scope(IMPORT):
            one = Organisation.objects.get(openalex="I100")
            assert one.ror == "05q92br09"
            assert [(a.activity.code, a.weight) for a in one.activities.all()] == [("T10", 12)]
            assert Site.objects.filter(organisation=one).count() == 1, "the same point is the same site"


class TestOpenAlexWorks:
    def test_papers_by_region_and_topic_and_ties_by_year(self):
        regions()
        bringing("openalex-institutions", files.INSTITUTIONS)
        report = bringing("openalex-works", lines(files.WORKS), scheme="us-county")
        assert counts(report) == {"organisations": (1, 0, 1), "ties": (1, 0, 0), "facts": (2, 0, 0)}
        with scope(IMPORT):
            tie = Tie.objects.get()
            assert ({tie.one.openalex, tie.other.openalex}, tie.period, tie.weight, tie.evidence) == ({"I200", "I300"}, "2024", 2, ["W1", "W2"])
            papers = {(f.region.code, f.activity.code if f.activity else "", f.period): f.value for f in Fact.objects.all()}
            assert papers == {("25017", "", "2024"): 2, ("25017", "T10", "2024"): 2}
            assert "Ann" not in " ".join(Organisation.objects.values_list("name_en", flat=True))

    def test_parquet_says_the_same(self):
        pa = pytest.importorskip("pyarrow")
        import io

        import pyarrow.parquet as parquet

        packed = io.BytesIO()
        parquet.write_table(pa.Table.from_pylist(files.WORKS), packed)
        bringing("openalex-works", lines(files.WORKS))
        report = bringing("openalex-works", packed.getvalue(), suffix=".parquet")
        assert counts(report) == {"organisations": (0, 0, 2), "ties": (0, 0, 1)}

    def test_a_broken_parquet_says_so(self):
        with pytest.raises(Invalid) as refused:
            read("openalex-works", b"PAR1 nothing", options=Options(suffix=".parquet"))
        assert refused.value.code == "imports.no_parquet"


class TestAwardsAndTrials:
    def test_grants_are_counted_and_summed_where_they_are(self):
        regions()
        bringing("nih", files.NIH, scheme="us-county")
        with scope(IMPORT):
            assert {(f.measure, f.period): f.value for f in Fact.objects.filter(region__code="25017")} == {
                ("grants", "2024"): 2, ("funding", "2024"): 750000}  # fmt: skip
            tie = Tie.objects.get()
            assert (tie.one.name_en, tie.other.name_en, tie.weight, tie.evidence) == (
                "National Institute of Testing", "Harbor Institute", 750000, ["1", "2"])  # fmt: skip
            assert Site.objects.get(organisation__name_en="Harbor Institute").precision == "postcode"

    def test_awards_have_an_address_and_no_point(self):
        bringing("sbir", files.SBIR)
        with scope(IMPORT):
            site = Site.objects.get()
            assert (site.address_en, site.latitude) == ("1 Main St, Cambridge, MA, 02142", None)
            assert Tie.objects.get().weight == Decimal("1150000.00")

    def test_a_trial_counts_once_in_a_region_however_many_places_it_has_there(self):
        regions()
        bringing("trials", files.TRIALS, scheme="us-county")
        with scope(IMPORT):
            assert [(f.region.code, f.measure, f.value) for f in Fact.objects.all()] == [("25017", "trials", 1)]
            assert Tie.objects.get().evidence == ["NCT00000001"]

    def test_approvals_that_were_given_are_counted(self):
        bringing("openfda", files.OPENFDA)
        with scope(IMPORT):
            assert dict(Activity.objects.values_list("activity__code", "weight")) == {"NDA": 1, "BLA": 1}


class TestStatistics:
    def test_qcew(self):
        regions()
        report = bringing("qcew", files.QCEW)
        assert counts(report) == {"facts": (9, 0, 0)}
        assert report.tallies["facts"].skipped == {"no_region": 3}
        with scope(IMPORT):
            said = {(f.activity.code if f.activity else "", f.measure): (f.value, f.suppressed) for f in Fact.objects.all()}
            assert said["", "jobs"] == (84743, False)
            assert said["3254", "jobs"] == (220, False), "private owners alone"
            assert said["325414", "jobs"] == (None, True), "withheld is not nought"
            assert said["325414", "firms"] == (1, False)

    def test_cbp(self):
        regions()
        bringing("cbp", files.CBP, mapping={"constants": {"year": "2022"}})
        with scope(IMPORT):
            said = {(f.activity.code if f.activity else "", f.measure): f.value for f in Fact.objects.all()}
            assert said == {("", "jobs"): 70000, ("", "firms"): 5000, ("3254", "jobs"): 200, ("3254", "firms"): 4,
                            ("325414", "jobs"): None, ("325414", "firms"): 2}  # fmt: skip

    @pytest.mark.parametrize(("kind", "data", "code"), [
        ("qcew", b"area_fips,year\n1,2\n", "imports.atlas_no_fields"), ("cbp", files.CBP, "imports.atlas_mapping"),
        ("sbir", b"Company\nx\n", "imports.atlas_no_fields"), ("ror", b"name\nx\n", "imports.atlas_no_fields"),
        ("nih", b'{"results": []}', "imports.nothing_here"), ("trials", b"", "imports.empty"),
    ])  # fmt: skip
    def test_a_file_of_another_kind_says_so(self, kind, data, code):
        with pytest.raises(Invalid) as refused:
            read(kind, data, options=Options(suffix=".csv"))
        assert refused.value.code == code


def test_the_record_of_an_import_is_kept_with_its_findings():
    bringing("list", files.LIST, mapping=files.MAPPING)
    with scope(IMPORT):
        batch = Batch.objects.get()
        assert (batch.kind, batch.file_name, batch.source.digest) == ("list", "file.csv", batch.digest)
        assert batch.report["kinds"]["organisations"]["created"] == 6
        assert batch.report["findings"][0]["code"] == "far"
