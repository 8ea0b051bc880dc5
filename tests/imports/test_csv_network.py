"""Sheets of the directory: organisations and people, once, in the encodings of Korean offices."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from squaremile.cli.imports.applying import IMPORT
from squaremile.cli.imports.csv.apply import apply
from squaremile.cli.imports.csv.reader import read
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from squaremile.network.models import Contact, Partner, Person
from tests.world import MONDAY, World

SEOUL = ZoneInfo("Asia/Seoul")
PARTNERS = (
    "기관명,영문명,구분,나라,도시,홈페이지,ROR\n"
    "한벌연구소,Hanbeol Institute,연구기관,kr,전주,https://hanbeol.example,05dxps055\n,Beacon Bio,Company,US,Boston,,\n"
)
EXPERTS = (
    "이름,영문명,ORCID,소속,직위,이메일,소개\n"
    "김연골,Yeongol Kim,0000-0002-1825-0097,한벌연구소,교수,kim@hanbeol.example,연골을 봅니다\n,Ann Beacon,,Beacon Bio,CEO,,\n"
)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp949"])
def test_sheets_are_brought_once(world: World, encoding: str):
    with clock.as_of(MONDAY):
        for made in ((2, 0), (0, 2)):
            for kind, sheet in (("partners", PARTNERS), ("experts", EXPERTS)):
                reading = read(kind, sheet.encode(encoding), zone=SEOUL)
                assert apply(reading, zone=SEOUL) == ()
                tally = reading.report.tallies[kind]
                assert ((tally.created, tally.unchanged), reading.report.unaccounted()) == (made, {})
    with scope(IMPORT):
        assert (Partner.objects.count(), Person.objects.count()) == (2, 2)
        person = Person.objects.get(orcid="0000-0002-1825-0097")
        assert (person.name_ko, person.partner.ror, person.role_ko, person.bio_ko) == ("김연골", "05dxps055", "교수", "연골을 봅니다")
        assert (person.partner.kind, person.partner.city_ko) == ("institute", "전주")
        assert Contact.objects.get(person=person).email == "kim@hanbeol.example"


@pytest.mark.parametrize(
    ("kind", "sheet", "said"),
    [
        ("experts", "이름,ORCID\n김,0000-0002-1825-0098\n", "check digit of this ORCID"),
        ("partners", "기관명,ROR\n가,05dxps056\n", "check digits of this ROR"),
        ("partners", "기관명,나라\n가,Korea\n", "country code"), ("experts", "이름,소속\n,가\n", "is empty"),
        ("experts", "이름,ORCID\n김,0000-0002-1825-0097\n박,0000-0002-1825-0097\n", "same one as row 2"),
    ],
)  # fmt: skip
def test_a_row_to_correct_changes_nothing(world: World, kind: str, sheet: str, said: str):
    reading = read(kind, sheet.encode(), zone=SEOUL)
    assert [said in error.text.en for error in apply(reading, zone=SEOUL)] == [True]
    with scope(IMPORT):
        assert not Person.objects.exists() and not Partner.objects.exists()
