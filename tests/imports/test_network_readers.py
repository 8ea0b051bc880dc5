"""Files in the published formats, well formed and broken: what is read, and what is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from squaremile.cli.imports.network import bibtex
from squaremile.cli.imports.network.importing import read
from squaremile.cli.imports.network.letters import decoded
from squaremile.kernel.errors import Invalid

HERE = Path(__file__).parent / "fixtures" / "network"


def refusal(source: str, data: bytes) -> Invalid:
    with pytest.raises(Invalid) as caught:
        read(source, data)
    return caught.value


def faults(source: str, data: bytes) -> list[tuple[int, str, str]]:
    reading = read(source, data)
    assert reading.report.unaccounted() == {}
    assert all(each.text.ko and each.text.en for each in reading.wrong)
    return [(each.row, each.field, each.what.en) for each in reading.wrong]


@pytest.mark.parametrize("name", ["orcid.json", "orcid.xml"])
def test_orcid_is_the_same_in_json_and_xml(name: str):
    reading = read("orcid", (HERE / name).read_bytes())
    (person,) = reading.people
    assert (person.orcid, person.name_ko, person.name_en, person.also) == ("0000-0002-1825-0097", "김연골", "Yeongol Kim", "Y. Kim")
    assert (person.role_en, person.bio_en[:7], person.website) == ("Professor", "I study", "https://cartilage.example")
    assert person.home is not None
    assert (person.home.name_en, person.home.ror, person.home.country, person.home.city_en) == ("Hanbeol Institute", "05dxps055", "KR", "Jeonju")
    assert [(w.title_ko, w.title_en, w.doi, w.year, w.kind) for w in reading.works] == [
        ("", "Cartilage organoids under load", "10.1000/abc", 2025, "article"), ("연골의 재생", "", "", 2023, "article"),
    ]  # fmt: skip
    assert reading.wrong == []


@pytest.mark.parametrize("name", ["ror_v2.json", "ror_v1.json"])
def test_ror_second_and_first_schema(name: str):
    reading = read("ror", (HERE / name).read_bytes())
    one, two = reading.bodies
    assert (one.ror, one.kind, one.name_ko, one.name_en, one.also, one.website) == (
        "05dxps055", "university", "한벌연구소", "Hanbeol Institute", "HI", "https://hanbeol.example"
    )  # fmt: skip
    assert (one.country, one.city_en, one.latitude, two.kind, two.latitude) == ("KR", "Jeonju", "35.824223", "company", "")
    assert reading.report.tally("partners").skipped.get("withdrawn", 0) == (1 if "v2" in name else 0)


def test_openalex_puts_abstracts_together():
    one, two = read("openalex", (HERE / "openalex.jsonl").read_bytes()).works
    assert (one.abstract_en, one.doi, one.pmid, one.openalex, one.venue) == (
        "We load cartilage and load again", "10.1000/abc", "31000001", "W100", "Journal of Load"
    )  # fmt: skip
    assert [(a.name_en, a.orcid, a.home.ror if a.home else "") for a in one.authors] == [
        ("Yeongol Kim", "0000-0002-1825-0097", "05dxps055"), ("Ann Beacon", "", "042nb2s44"),
    ]  # fmt: skip
    assert (two.title_ko, two.kind, two.language, one.keywords) == ("장기유사체와 연골", "review", "ko", "Cartilage; Organoid")


def test_pubmed_reads_both_languages_and_never_the_dtd():
    (work,) = read("pubmed", (HERE / "pubmed.xml").read_bytes()).works
    assert (work.title_en, work.title_ko) == ("Cartilage organoids under load", "하중을 받는 연골 오가노이드")
    assert work.abstract_en == "BACKGROUND: We load cartilage.\nRESULTS: Chondrocytes answer < 1 h."
    assert (work.abstract_ko, work.year, work.doi, work.pmid, work.language) == ("연골에 하중을 주었습니다.", 2025, "10.1000/abc", "31000001", "en")
    assert [(a.name_en, a.orcid) for a in work.authors] == [("Yeongol Kim", "0000-0002-1825-0097"), ("Ann Beacon", ""), ("The Load Group", "")]
    assert work.keywords == "organoid; Cartilage"


def test_bibtex():
    one, two = read("bibtex", (HERE / "works.bib").read_bytes()).works
    assert (one.title_en, one.venue, one.doi, one.year) == ("Cartilage Organoids under load & Güterlast", "Journal of Load B", "10.1000/xyz", 2025)
    assert ([a.name_en for a in one.authors], one.keywords, one.abstract_en) == (
        ["Yeongol Kim", "José Núñez"], "cartilage; organoid", 'We load "cartilage".'
    )  # fmt: skip
    assert (two.title_ko, two.kind, two.year, [a.name_ko for a in two.authors], two.language) == (
        "연골의 재생에 관한 연구", "thesis", 2020, ["박세포", "김연골"], "ko"
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "euc-kr", "utf-16"])
def test_ris_in_the_encodings_of_korean_offices(encoding: str):
    text = (HERE / "works.ris").read_text(encoding="utf-8")
    one, two = read("ris", text.encode(encoding)).works
    assert (one.title_en, one.year, one.abstract_en, one.keywords) == (
        "Cartilage organoids under load", 2025, "We load cartilage,\nagain and again.", "cartilage; organoid"
    )  # fmt: skip
    assert [a.name_en for a in one.authors] == ["Yeongol Kim", "Ann Beacon"]
    assert (two.title_ko, two.authors[0].name_ko, two.language, two.kind) == ("연골 재생 연구", "박세포", "ko", "thesis")


def test_latin_letters_are_told_from_korean_ones():
    assert decoded("José Núñez-Gil, Señor Müller".encode("latin-1")) == ("José Núñez-Gil, Señor Müller", "Latin-1")
    assert decoded("@book{a, title={Über die Größe}}".encode("cp1252"))[1] == "Latin-1"
    assert decoded("박세포 연골".encode("cp949")) == ("박세포 연골", "CP949")
    assert decoded(b"plain")[1] == "UTF-8"
    reading = read("ris", "TY  - JOUR\nTI  - Über alles\nER  - \n".encode("latin-1"))
    assert [f.code for f in reading.report.findings] == ["read_as"]


@pytest.mark.parametrize("data", [b"TY  - JOUR\nTI  - \x81\x8d\x90\xff\xfe\xfd\nER  - \n", b"\xff\xfeT"])
def test_letters_that_are_none_are_refused(data: bytes):
    error = refusal("ris", data)
    assert error.code == "imports.not_text"
    assert error.text.ko and error.remedy is not None


@pytest.mark.parametrize(
    ("source", "data", "code", "said"),
    [
        ("pubmed", b"<PubmedArticleSet><PubmedArticle>", "imports.broken_xml", "line 1"),
        ("pubmed", b"<a>\n<b></a>", "imports.broken_xml", "line 2"),
        ("pubmed", b"<html></html>", "imports.other_xml", "<html>"),
        ("pubmed", b'<!DOCTYPE x [<!ENTITY a "b">]><PubmedArticleSet>&a;</PubmedArticleSet>', "imports.entities", "entities"),
        ("pubmed", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><PubmedArticleSet>&a;</PubmedArticleSet>', "imports.entities", ""),
        ("pubmed", b'<!DOCTYPE x [<!ENTITY % p "x">]><PubmedArticleSet/>', "imports.entities", ""),
        ("pubmed", b"<PubmedArticleSet/>", "imports.nothing_here", "PubMed"),
        ("pubmed", b"  ", "imports.empty", "empty"),
        ("orcid", b'{"orcid-identifier": {"path": "0000', "imports.broken_json", "line 1"),
        ("openalex", b'{"id": "W1"}\n{"id": "W2"}\n{"id": ', "imports.broken_json", "line 3"),
        ("ror", b"[]", "imports.nothing_here", "ROR"),
        ("ror", b"[" * 100_000, "imports.broken_json", ""),
        ("bibtex", b"\n\n@article{a, title = {never closed}\n", "imports.broken_bibtex", "line 3"),
        ("bibtex", b"no entries", "imports.nothing_here", "BibTeX"),
        ("ris", b"TY  - JOUR\nTI  - a\n", "imports.broken_ris", "line 1"),
        ("ris", b"TY  - JOUR\nTI  - a\nTY  - JOUR\nTI  - b\nER  - \n", "imports.broken_ris", "line 1"),
        ("ris", b"nothing", "imports.nothing_here", "RIS"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_by_name(source: str, data: bytes, code: str, said: str):
    error = refusal(source, data)
    assert (error.code, said in error.text.en) == (code, True)
    assert error.text.ko


def test_billion_laughs_do_not_laugh():
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha">' + b"".join(b'<!ENTITY %c "&%c;&%c;">' % (98 + n, 97 + n, 97 + n) for n in range(20)) + b"]><r>&u;</r>"
    assert refusal("orcid", bomb).code == "imports.entities"


def test_what_is_wrong_with_a_record_is_said_with_its_number():
    good = (HERE / "orcid.json").read_text(encoding="utf-8")
    wrong = good.replace("0000-0002-1825-0097", "0000-0002-1825-0098")
    assert faults("orcid", f"[{good}, {wrong}]".encode()) == [(2, "orcid", "the check digit of this ORCID iD is wrong")]
    assert faults("orcid", f"[{good}, {good}]".encode()) == [(2, "orcid", "has the ORCID iD of record 1")]
    assert faults("orcid", b'[{"x": 1}]') == [(1, "orcid-identifier", "is not in the form of a record")]
    assert faults("ror", b'[{"id": "https://ror.org/05dxps056", "name": "x"}]')[0][1] == "ror"
    assert faults("ror", b'[{"id": "https://ror.org/05dxps055", "name": ""}]')[0][1] == "names"
    assert faults("openalex", b'{"id": "A1"}\n{"id": "https://openalex.org/W1", "title": null}') == [
        (1, "id", "is not in the form of a record"), (2, "title", "has no title"),
    ]  # fmt: skip
    twice = b'{"id":"W1","title":"a","doi":"10.1000/x"}\n{"id":"W2","title":"b","doi":"10.1000/X"}\n{"id":"W3","title":"A","doi":"10.1000/x"}'
    assert faults("openalex", twice) == [(2, "doi", "has the identifier of record 1 but another title")]
    assert faults("bibtex", b"@article{a, title={x}, year={soon}, doi={abc}}") == [
        (1, "doi", "is not the form of a DOI"), (1, "year", "cannot be read as a year"),
    ]  # fmt: skip
    assert faults("bibtex", b"@article{key, author={x}}") == [(1, "title", "has no title")]
    assert faults("ris", b"TY  - JOUR\nAU  - x\nER  - \n") == [(1, "TI", "has no title")]


@pytest.mark.parametrize(
    ("latex", "said"),
    [
        (r"\'{E}cole \c{c}a \o re", "École ça øre"), (r"{\ss}traße", "ßtraße"), (r"$\alpha$-actin", "α-actin"), (r"a~b -- c", "a b – c"),
        (r"\emph{in vivo} \& co.", "in vivo & co."), (r"Erd{\H o}s", "Erdős"), (r"50\% of \_x", "50% of _x"),
    ],
)  # fmt: skip
def test_latex_becomes_letters(latex: str, said: str):
    assert bibtex.plain(latex) == said
