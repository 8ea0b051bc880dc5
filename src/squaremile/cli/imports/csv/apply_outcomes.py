"""A sheet of outcomes: each row once, for a company known by its code, its organisation's code or its name."""

from __future__ import annotations

from squaremile.cli.imports.applying import about
from squaremile.cli.imports.csv.applying import Applying
from squaremile.cli.imports.csv.rows import OutcomeRow
from squaremile.core.sheets.reading import Numbered
from squaremile.kernel.korean import search_key
from squaremile.kernel.words import Text
from squaremile.residency import operations as residency
from squaremile.residency.policies.outcomes import OF_NOBODY
from squaremile.residency.reads import companies
from squaremile.residency.reads.days import today

_NOBODY = Text(ko="기업 기록에 없는 기업입니다", en="is no company on record")
_NOBODY_DO = Text(ko="기업 기록을 먼저 여십시오", en="open its record first")
_TWO = Text(ko="같은 이름의 기업이 둘 이상입니다", en="is the name of more than one company")
_TWO_DO = Text(ko="기업 기록의 번호를 적으십시오", en="write the code of its record")
_AHEAD = Text(ko="아직 오지 않은 날입니다", en="lies ahead")
_AHEAD_DO = Text(ko="오늘이나 그 전의 날짜를 적으십시오", en="write today or a day before it")
_LINK = Text(ko="주소가 아닙니다", en="is not an address")
_LINK_DO = Text(ko="http:// 나 https:// 로 시작하십시오", en="begin with http:// or https://")


def apply_outcomes(run: Applying) -> None:
    """Every row, once: the same row of the same sheet again changes nothing."""
    known: dict[str, set[str]] = {}
    for row in companies.companies():
        for name in (row.code, row.organisation, row.name.ko, row.name.en):
            known.setdefault(search_key(name), set()).add(row.code)
    sound = [(each, _company(run, each, known)) for each in run.reading.rows if _fits(run, each)]
    run.stop_if_unfit()
    for each, company in run.track(run.reading.sheet.label, sound):
        said = each.row
        assert isinstance(said, OutcomeRow)
        if run.ledger.knows(said.external_id):
            run.report.same("outcomes")
            continue
        with about(f"row:{each.number}"):
            made = residency.record_outcome(
                company=company, kind=said.kind, happened_on=said.happened_on, money=said.amount, currency=said.currency,
                counted=said.counted, out_of=said.out_of, funding_source=said.funding_source,
                funding_round=said.funding_round, evidence_url=said.evidence_url, note_text=said.note, verified=said.verified,
            )
            run.ledger.remember(said.external_id, "outcome", made.id)
        run.report.made("outcomes")


def _fits(run: Applying, each: Numbered) -> bool:
    row = each.row
    assert isinstance(row, OutcomeRow)
    if row.happened_on > today():
        run.wrong(each, "happened_on", row.happened_on.isoformat(), _AHEAD, _AHEAD_DO)
        return False
    if row.evidence_url and not row.evidence_url.startswith(("http://", "https://")):
        run.wrong(each, "evidence", row.evidence_url, _LINK, _LINK_DO)
        return False
    return True


def _company(run: Applying, each: Numbered, known: dict[str, set[str]]) -> str:
    row = each.row
    assert isinstance(row, OutcomeRow)
    if row.kind in OF_NOBODY and not row.company:
        return ""
    found = known.get(search_key(row.company), set()) if row.company else set()
    if row.kind in OF_NOBODY or not found:
        run.wrong(each, "company", row.company, _NOBODY, _NOBODY_DO)
        return ""
    if len(found) > 1:
        run.wrong(each, "company", row.company, _TWO, _TWO_DO)
        return ""
    return next(iter(found))
