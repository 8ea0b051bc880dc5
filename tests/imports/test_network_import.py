"""Filling the directory from files: all or nothing, once, and never over what somebody wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from squaremile.cli.imports.applying import IMPORT
from squaremile.cli.imports.network.importing import bring, read
from squaremile.cli.main import main
from squaremile.core.reads.search import search
from squaremile.core.sheets.report import Report
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from squaremile.network import operations as network
from squaremile.network.models import Authorship, Partner, Person, Publication
from tests.world import MONDAY, World

HERE = Path(__file__).parent / "fixtures" / "network"
ORCID = "0000-0002-1825-0097"


@pytest.fixture(autouse=True)
def monday(world: World) -> Iterator[None]:
    with clock.as_of(MONDAY):
        yield


def bringing(source: str, name: str, **more: bool) -> Report:
    reading = read(source, (HERE / name).read_bytes())
    assert bring(reading, source=source, **more)
    assert reading.report.unaccounted() == {}
    return reading.report


def counts(report: Report) -> dict[str, tuple[int, int, int]]:
    return {kind: (t.created, t.updated, t.unchanged) for kind, t in report.tallies.items()}


def rows() -> tuple[int, int, int, int]:
    with scope(IMPORT):
        return Partner.objects.count(), Person.objects.count(), Publication.objects.count(), Authorship.objects.count()


@pytest.mark.parametrize(
    ("source", "name", "made"),
    [
        ("orcid", "orcid.json", {"partners": (1, 0, 0), "experts": (1, 0, 0), "publications": (2, 0, 0)}),
        ("orcid", "orcid.xml", {"partners": (1, 0, 0), "experts": (1, 0, 0), "publications": (2, 0, 0)}),
        ("ror", "ror_v2.json", {"partners": (2, 0, 0)}),
        ("ror", "ror_v1.json", {"partners": (2, 0, 0)}),
        ("openalex", "openalex.jsonl", {"partners": (1, 0, 0), "experts": (1, 0, 0), "publications": (2, 0, 0)}),
        ("pubmed", "pubmed.xml", {"experts": (1, 0, 0), "publications": (1, 0, 0)}),
        ("bibtex", "works.bib", {"publications": (2, 0, 0)}),
        ("ris", "works.ris", {"publications": (2, 0, 0)}),
    ],
)  # fmt: skip
def test_each_is_tried_brought_and_brought_again(source: str, name: str, made):
    before = rows()
    assert counts(bringing(source, name, dry_run=True)) == made
    assert rows() == before
    assert counts(bringing(source, name)) == made
    after = rows()
    assert after > before
    again = counts(bringing(source, name))
    assert {kind: again[kind] for kind in again} == {kind: (0, 0, created) for kind, (created, _, _) in made.items() if kind in again}
    assert rows() == after


def test_files_fill_what_others_left_empty():
    bringing("ris", "works.ris")
    assert counts(bringing("orcid", "orcid.json")) == {"partners": (1, 0, 0), "experts": (1, 0, 0), "publications": (1, 1, 0)}
    bringing("openalex", "openalex.jsonl")
    bringing("pubmed", "pubmed.xml")
    assert counts(bringing("ror", "ror_v2.json")) == {"partners": (1, 1, 0)}
    with scope(IMPORT):
        work = Publication.objects.get(doi="10.1000/abc")
        assert (work.pmid, work.openalex, work.title_ko, work.abstract_en) == (
            "31000001", "W100", "하중을 받는 연골 오가노이드", "We load cartilage,\nagain and again.",
        )  # fmt: skip
        assert [(a.name, a.person.orcid if a.person else None) for a in work.authors.order_by("position")] == [
            ("Yeongol Kim", ORCID), ("Ann Beacon", None), ("The Load Group", None),
        ]  # fmt: skip
        person = Person.objects.get(orcid=ORCID)
        assert (person.name_ko, person.partner.name_ko, str(person.partner.latitude), person.source) == ("김연골", "한벌연구소", "35.82422", "orcid")


def test_what_was_typed_is_not_written_over(world: World):
    with world.as_("programme"):
        network.add_partner(code="PN-H", kind="institute", name_en="Hanbeol Institute", city_en="Iksan")
        network.add_person(code="PE-H", kind="manager", name_en="Y. G. Kim", orcid=ORCID, bio_en="Mine.", partner="PN-H")
    bringing("orcid", "orcid.json")
    with scope(IMPORT):
        person = Person.objects.get(code="PE-H")
        assert (person.name_en, person.name_ko, person.bio_en) == ("Y. G. Kim", "김연골", "Mine.")
        assert (person.kind, person.partner.city_en) == ("manager", "Iksan")
        assert Authorship.objects.filter(person=person).count() == 2


def test_a_profile_kept_by_herself_or_hidden_is_left(world: World):
    with world.as_("programme"):
        network.add_person(code="PE-H", kind="researcher", name_en="Hana", orcid=ORCID, email="hana@example.org")
    with world.as_("hana"):
        network.claim_profile(expert="PE-H")
    report = bringing("orcid", "orcid.json")
    assert [f.code for f in report.findings] == ["kept_by_herself"]
    with scope(IMPORT):
        assert Person.objects.get(code="PE-H").name_ko == ""


def test_an_author_is_taken_for_the_only_person_of_that_name(world: World):
    with world.as_("programme"):
        network.add_person(code="PE-H", kind="researcher", name_ko="박세포")
        network.add_person(code="PE-I", kind="researcher", name_en="Yeongol Kim")
        network.add_person(code="PE-J", kind="researcher", name_en="Kim Yeongol")
    report = bringing("ris", "works.ris")
    assert [(f.code, f.subject) for f in report.findings] == [("linked_by_name", "PE-H")]
    with scope(IMPORT):
        assert set(Authorship.objects.filter(person__isnull=False).values_list("person__code", flat=True)) == {"PE-H"}


def test_a_merged_person_stands_for_whom_she_was_merged_into(world: World):
    with world.as_("programme"):
        kept = network.add_person(code="PE-K", kind="researcher", name_en="Kept")
        gone = network.add_person(code="PE-G", kind="researcher", name_en="Gone", orcid=ORCID)
        Person.objects.filter(id=gone.id).update(merged_into=kept)
    bringing("orcid", "orcid.json")
    with scope(IMPORT):
        assert set(Authorship.objects.values_list("person__code", flat=True)) == {"PE-K"}


def test_a_wrong_record_changes_nothing():
    before = rows()
    text = (HERE / "openalex.jsonl").read_text(encoding="utf-8").replace("0000-0002-1825-0097", "0000-0002-1825-0090")
    reading = read("openalex", text.encode())
    assert not bring(reading, source="openalex")
    assert rows() == before
    assert [f.code for f in reading.report.findings] == ["invalid_row"]


def test_what_came_in_is_found(world: World):
    bringing("openalex", "openalex.jsonl")
    with world.as_("sora"):
        assert {f.kind for f in search("cartilage organoids")} == {"publication"}
        assert [f.kind for f in search("Yeongol")] == ["expert"]


class TestAsItIsTyped:
    def test_in_korean(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
        assert main(["import", "orcid", str(HERE / "orcid.json")]) == 0
        assert "출판물: 읽음 2, 새로 만듦 2, 그대로 0" in capsys.readouterr().out

    def test_in_english_with_rows_to_correct(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
        monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
        (tmp_path / "a.bib").write_text("@article{a, title={x}, doi={y}}\n@article{b, title={z}}")
        assert main(["import", "bibtex", str(tmp_path / "a.bib")]) == 1
        said = capsys.readouterr()
        assert "Record 1, doi “y”: is not the form of a DOI; give the number that begins with 10.." in said.out
        assert "Nothing was saved: 1 rows are to be corrected." in said.err

    def test_as_json(self, capsys: pytest.CaptureFixture[str], tmp_path: Path):
        assert main(["import", "ror", str(HERE / "ror_v2.json"), "--json", "--dry-run"]) == 0
        said = json.loads(capsys.readouterr().out)
        assert said["kinds"]["partners"] == {
            "read": 3, "planned": 2, "created": 2, "updated": 0, "unchanged": 0, "kept": 0, "skipped": {"withdrawn": 1},
        }  # fmt: skip
        (tmp_path / "b.xml").write_text("<PubmedArticleSet><")
        assert main(["import", "pubmed", str(tmp_path / "b.xml"), "--json"]) == 2
        assert json.loads(capsys.readouterr().out)["error"]["code"] == "imports.broken_xml"
