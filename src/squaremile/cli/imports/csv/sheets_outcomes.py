"""The sheet of outcomes: what became of companies, from the programme's own spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import cast
from zoneinfo import ZoneInfo

from squaremile.cli.imports.csv.rows import OutcomeRow
from squaremile.core.sheets.cells import Trouble, flag, plain, text, whole
from squaremile.core.sheets.columns import Column
from squaremile.core.sheets.sheet import RowTrouble, Sheet
from squaremile.core.sheets.table import Cell
from squaremile.core.sheets.times import day
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.words import Text
from squaremile.residency.policies.outcomes import lacking
from squaremile.residency.words.outcomes import KINDS, ROUNDS, SOURCES

_NOT_AMOUNT = Text(ko="금액이 아닙니다", en="is not an amount")
_NOT_AMOUNT_DO = Text(ko="3000000000처럼 숫자만 적으십시오", en="write digits alone, like 3000000000")
_NOT_LISTED = Text(ko="목록에 없는 말입니다", en="is not in the list")
_NOT_CURRENCY_DO = Text(ko="KRW, USD처럼 적으십시오", en="write it like KRW or USD")
_LACKS = Text(ko="이 종류의 성과에 맞지 않거나 비었습니다", en="does not fit this kind of outcome, or is empty")
_LACKS_DO = Text(ko="종류에 맞게 채우십시오", en="fill it in as the kind asks")
_COLUMN = {"amount": "amount", "currency": "currency", "source": "source", "count": "count", "of": "of", "date": "amount"}


def _one_of(words: Mapping[str, Text], todo: Text | None = None) -> object:
    known = {word.casefold(): code for code, label in words.items() for word in (code, label.ko, label.en)}
    listed = Text(ko=", ".join(t.ko for t in words.values()), en=", ".join(words))

    def read(cell: Cell, zone: ZoneInfo) -> str:
        said = plain(cell).casefold()
        if said and said not in known:
            raise Trouble(_NOT_LISTED, todo or listed)
        return known.get(said, "")

    return read


def _amount(cell: Cell, zone: ZoneInfo) -> Decimal | None:
    """An amount in whole units; thousands separators are fine."""
    said = plain(cell).replace(",", "")
    if not said:
        return None
    try:
        found = Decimal(said)
    except InvalidOperation as error:
        raise Trouble(_NOT_AMOUNT, _NOT_AMOUNT_DO) from error
    if not found.is_finite() or not 0 <= found < 10**15:
        raise Trouble(_NOT_AMOUNT, _NOT_AMOUNT_DO)
    return found


def _outcome(values: Mapping[str, object], zone: ZoneInfo) -> OutcomeRow:
    """A row whose kind has what it needs."""
    row = OutcomeRow(
        company=str(values.get("company") or ""), kind=str(values["kind"]), happened_on=cast(date, values["happened_on"]),
        amount=cast("Decimal | None", values.get("amount")), currency=str(values.get("currency") or ""),
        counted=cast("int | None", values.get("count")), out_of=cast("int | None", values.get("of")),
        funding_source=str(values.get("source") or ""), funding_round=str(values.get("round") or ""),
        evidence_url=str(values.get("evidence") or ""), note=str(values.get("note") or ""),
        verified=bool(values.get("verified")), reference=str(values.get("reference") or ""),
    )
    lacks = lacking(
        row.kind, amount=None if row.amount is None else int(row.amount), currency=row.currency, count=row.counted,
        of=row.out_of, source=row.funding_source,
    )
    if lacks:
        raise RowTrouble(_COLUMN[lacks], _LACKS, _LACKS_DO)
    if row.verified and not row.evidence_url:
        raise RowTrouble("evidence", _LACKS, _LACKS_DO)
    return row


_CURRENCIES = {code: Text(code, code) for code in MINOR_DIGITS} | {"KRW": Text("원", "KRW")}
OUTCOMES: dict[str, Sheet] = {
    "outcomes": Sheet(
        "outcomes", Text(ko="성과", en="outcomes"),
        (
            Column("company", ("기업", "회사", "기업명", "company"), text(120)),
            Column("kind", ("종류", "성과", "구분", "kind", "outcome"), _one_of(KINDS), required=True),  # type: ignore[arg-type]
            Column("happened_on", ("날짜", "일자", "일어난 날", "date", "day"), day, required=True),
            Column("amount", ("금액", "amount", "money"), _amount),
            Column("currency", ("통화", "currency"), _one_of(_CURRENCIES, _NOT_CURRENCY_DO)),  # type: ignore[arg-type]
            Column("count", ("수", "인원", "건수", "count", "number"), whole),
            Column("of", ("전체", "전체 수", "of", "out of"), whole),
            Column("source", ("자금원", "source"), _one_of(SOURCES)),  # type: ignore[arg-type]
            Column("round", ("라운드", "단계", "round"), _one_of(ROUNDS)),  # type: ignore[arg-type]
            Column("evidence", ("증빙", "증빙 주소", "evidence", "evidence url"), text(300)),
            Column("verified", ("확인", "증빙 확인", "verified"), flag),
            Column("note", ("비고", "메모", "note"), text(300)),
            Column("reference", ("번호", "관리번호", "reference", "id"), text(60)),
        ),
        _outcome,
    ),
}
