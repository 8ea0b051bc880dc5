"""The two sheets of the directory: organisations and people outside the cluster's accounts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from squaremile.cli.imports.csv.rows import ExpertRow, PartnerRow
from squaremile.cli.imports.network import words as network_words
from squaremile.core.sheets import row_words as words
from squaremile.core.sheets.cells import Trouble, business_number, email, plain, text
from squaremile.core.sheets.columns import Column
from squaremile.core.sheets.sheet import RowTrouble, Sheet
from squaremile.core.sheets.table import Cell
from squaremile.kernel.words import Text
from squaremile.network.policies import identifiers

_NOT_COUNTRY = Text(ko="두 글자 나라 부호가 아닙니다", en="is not a country code of two letters")
_NOT_COUNTRY_DO = Text(ko="KR, US처럼 적으십시오", en="write it like KR or US")


def _orcid(cell: Cell, zone: ZoneInfo) -> str:
    said = plain(cell)
    found = identifiers.orcid(said) if said else ""
    if found is None:
        raise Trouble(network_words.BAD_ORCID, network_words.BAD_ORCID_DO)
    return found


def _ror(cell: Cell, zone: ZoneInfo) -> str:
    said = plain(cell)
    found = identifiers.ror(said) if said else ""
    if found is None:
        raise Trouble(network_words.BAD_ROR, network_words.BAD_ROR_DO)
    return found


def _country(cell: Cell, zone: ZoneInfo) -> str:
    said = plain(cell).upper()
    if said and not re.fullmatch("[A-Z]{2}", said):
        raise Trouble(_NOT_COUNTRY, _NOT_COUNTRY_DO)
    return said


def _strings(values: Mapping[str, object], names: tuple[str, ...]) -> dict[str, str]:
    said = {name: str(values.get(name) or "") for name in names}
    if not said["name_ko"] and not said["name_en"]:
        raise RowTrouble("name_ko", words.REQUIRED, words.REQUIRED_DO)
    return said


def _partner(values: Mapping[str, object], zone: ZoneInfo) -> PartnerRow:
    return PartnerRow(**_strings(values, PartnerRow.__slots__))


def _expert(values: Mapping[str, object], zone: ZoneInfo) -> ExpertRow:
    return ExpertRow(**_strings(values, ExpertRow.__slots__))


_EN = ("영문명", "영문 이름", "영문", "english name", "name en")
NETWORK: dict[str, Sheet] = {
    "partners": Sheet(
        "partners", Text(ko="명부의 기관", en="organisations of the directory"),
        (
            Column("name_ko", ("기관명", "회사명", "이름", "한글명", "name", "organisation"), text(200)),
            Column("name_en", _EN, text(200)),
            Column("sort", ("구분", "유형", "종류", "type", "kind"), text(40)),
            Column("country", ("나라", "국가", "country"), _country),
            Column("city", ("도시", "city"), text(80)),
            Column("website", ("홈페이지", "웹사이트", "url", "homepage", "website"), text(300)),
            Column("ror", ("ROR", "ror id"), _ror),
            Column("business_number", ("사업자등록번호", "사업자번호", "business registration number"), business_number),
        ),
        _partner,
    ),
    "experts": Sheet(
        "experts", Text(ko="명부의 사람", en="people of the directory"),
        (
            Column("name_ko", ("이름", "성명", "한글명", "name", "full name"), text(120)),
            Column("name_en", _EN, text(120)),
            Column("orcid", ("ORCID", "orcid id"), _orcid),
            Column("organisation", ("소속", "소속기관", "기관", "기관명", "affiliation", "organisation"), text(200)),
            Column("role", ("직위", "직책", "역할", "position", "title", "role"), text(120)),
            Column("email", ("이메일", "전자우편", "e-mail", "email"), email),
            Column("website", ("홈페이지", "웹사이트", "url", "homepage", "website"), text(300)),
            Column("bio", ("소개", "약력", "연구분야", "about", "bio"), text(4000)),
        ),
        _expert,
    ),
}  # fmt: skip
