"""A stock list of chemicals as a sheet: a company's, or the whole house's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast
from zoneinfo import ZoneInfo

from squaremile.core.sheets.cells import Trouble, plain, text
from squaremile.core.sheets.columns import Column
from squaremile.core.sheets.identity import bounded
from squaremile.core.sheets.sheet import RowTrouble, Sheet
from squaremile.core.sheets.table import Cell
from squaremile.core.sheets.times import day
from squaremile.kernel.words import Text
from squaremile.safety.policies import mixtures
from squaremile.safety.policies.facts import facts, is_cas
from squaremile.safety.policies.phases import phase_of
from squaremile.safety.policies.quantity import Unreadable, read
from squaremile.safety.words.stock import CONDITIONS, PHASES

_NOT_AMOUNT = Text(ko="양으로 읽을 수 없습니다", en="cannot be read as an amount")
_NOT_AMOUNT_DO = Text(ko="20 L, 500 g처럼 적거나 단위를 다른 열에 적으십시오", en="write 20 L or 500 g, or the unit in a column of its own")
_NOT_CAS = Text(ko="검사 숫자가 맞지 않는 CAS 번호입니다", en="is a CAS number whose check digit is wrong")
_NOT_CAS_DO = Text(ko="라벨의 번호를 다시 확인하십시오", en="look at the number on the label again")
_NOT_LISTED = Text(ko="목록에 없는 말입니다", en="is not in the list")
_NOT_SHARES = Text(ko="성분과 함량으로 읽을 수 없습니다", en="cannot be read as components with their shares")
_NOT_SHARES_DO = Text(
    ko="64-17-5 60-70; 67-64-1 5처럼 적으십시오. 함량은 무게 %이고 최저 함량의 합은 100까지입니다",
    en="write 64-17-5 60-70; 67-64-1 5, shares in % by weight, the lowest together 100 at most")
_MIXED = Text(ko="혼합물에는 CAS 번호가 없습니다", en="is of a mixture, which has no CAS number")
_MIXED_DO = Text(ko="CAS 번호는 성분에만 적으십시오", en="leave it to the components")
_NAMELESS = Text(ko="CAS 번호와 이름이 모두 비었습니다", en="has neither a CAS number nor a name")
_NAMELESS_DO = Text(ko="둘 가운데 하나를 적으십시오", en="write one of the two")


@dataclass(frozen=True, slots=True)
class ContainerRow:
    """A bottle of a stock list. Known by their own number where there is one, else by all that it says."""

    reference: str
    name: str
    cas: str
    how_much: str
    phase: str
    company: str
    room: str
    cabinet: str
    condition: str
    lot: str
    good_until: date | None
    components: str = ""
    """Of a mixture, as `policies.mixtures` reads it. No part of what the row is known by."""

    @property
    def key(self) -> str:
        said = (self.company, self.name, self.cas, self.how_much, self.room, self.cabinet, self.condition, self.lot)
        return (f"{self.company}|{self.reference}" if self.reference else "|".join(said)).casefold()

    @property
    def external_id(self) -> str:
        return bounded(f"csv:container:{self.key}")


def _one_of(words: Mapping[str, Text]) -> object:
    known = {word.casefold(): code for code, label in words.items() for word in (code, label.ko, label.en)}
    listed = Text(ko=", ".join(t.ko for t in words.values()), en=", ".join(words))

    def look(cell: Cell, zone: ZoneInfo) -> str:
        said = plain(cell).casefold()
        if said and said not in known:
            raise Trouble(_NOT_LISTED, listed)
        return known.get(said, "")

    return look


def _cas(cell: Cell, zone: ZoneInfo) -> str:
    said = plain(cell)
    if said and not is_cas(said):
        raise Trouble(_NOT_CAS, _NOT_CAS_DO)
    return said


def _components(cell: Cell, zone: ZoneInfo) -> str:
    said = plain(cell)
    try:
        return said and "; ".join(mixtures.line(each.what, each.low, each.high) for each in mixtures.shares(mixtures.written(said)))
    except mixtures.Unsound as wrong:
        raise Trouble(_NOT_SHARES, _NOT_SHARES_DO) from wrong


def _container(values: Mapping[str, object], zone: ZoneInfo) -> ContainerRow:
    """A row that says what it is and how much of it."""
    how_much = f"{values['amount']} {values.get('unit') or ''}".strip()
    try:
        found = read(how_much)
    except Unreadable as wrong:
        raise RowTrouble("amount", _NOT_AMOUNT, _NOT_AMOUNT_DO) from wrong
    if found.base <= 0:
        raise RowTrouble("amount", _NOT_AMOUNT, _NOT_AMOUNT_DO)
    cas = str(values.get("cas") or "")
    row = ContainerRow(
        reference=str(values.get("reference") or ""), name=str(values.get("name") or ""), cas=cas,
        how_much=how_much, phase=str(values.get("phase") or phase_of(found.dimension, facts(cas) if cas else None)),
        company=str(values.get("company") or ""), room=str(values["room"]), cabinet=str(values.get("cabinet") or ""),
        condition=str(values.get("condition") or "storage"), lot=str(values.get("lot") or ""),
        good_until=cast("date | None", values.get("good_until")), components=str(values.get("components") or ""),
    )
    if row.components and row.cas:
        raise RowTrouble("cas", _MIXED, _MIXED_DO)
    if not (row.name or row.cas):
        raise RowTrouble("name", _NAMELESS, _NAMELESS_DO)
    return row


CONTAINERS = Sheet(
    "containers", Text(ko="용기", en="containers"),
    (
        Column("reference", ("번호", "바코드", "관리번호", "reference", "barcode", "id"), text(60)),
        Column("name", ("물질", "물질명", "이름", "시약명", "name", "substance", "chemical"), text(160)),
        Column("cas", ("CAS", "CAS 번호", "cas number", "cas no"), _cas),
        Column("amount", ("양", "수량", "용량", "amount", "quantity"), text(40), required=True),
        Column("unit", ("단위", "unit"), text(12)),
        Column("phase", ("상태", "성상", "state", "phase"), _one_of(PHASES)),  # type: ignore[arg-type]
        Column("company", ("회사", "소유", "기업", "company", "owner"), text(120), required=True),
        Column("room", ("방", "장소", "위치", "room", "place", "location"), text(120), required=True),
        Column("cabinet", ("보관함", "cabinet"), text(20)),
        Column("condition", ("보관", "사용", "condition", "use"), _one_of(CONDITIONS)),  # type: ignore[arg-type]
        Column("lot", ("로트", "로트 번호", "lot"), text(60)),
        Column("good_until", ("유효기한", "유효기간", "good until", "expiry", "expires"), day),
        Column("components", ("성분", "혼합물 성분", "components", "composition"), _components),
    ),
    _container, each_counts=True,
)
OWN_CONTAINERS = replace(
    CONTAINERS, columns=tuple(replace(each, required=each.required and each.name != "company") for each in CONTAINERS.columns)
)
"""A company's own list need not say whose it is."""
EXAMPLES = (
    ("B-001", "아세톤", "67-64-1", "4", "L", "liquid", "", "", "", "storage", "L2026-11", "2027-12-31", ""),
    ("B-002", "염화나트륨", "7647-14-5", "500", "g", "solid", "", "", "", "storage", "", "", ""),
    ("B-003", "세정액 C-7", "", "1", "L", "liquid", "", "", "", "storage", "", "", "67-64-1 40-60; 7732-18-5 40-60"),
)
"""Rows of the template, in the order of the columns: they show the form and are written over."""
