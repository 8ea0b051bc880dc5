"""The proof of clearance as a PDF: the same state gives the same bytes."""

from datetime import datetime
from typing import Any

from squaremile.core import documents
from squaremile.kernel.words import Text
from squaremile.residency.policies.clearance import plain
from squaremile.residency.reads.days import day_of
from squaremile.residency.reads.exits import ExitPage, LineRow

TEMPLATE = documents.PACKAGE / "residency" / "documents" / "clearance.typ"
RULE = Text(
    ko="모든 항목을 세고, 남은 양이 0이며, 담당 부서가 서명해야 정리가 끝납니다. 세지 않은 항목은 0이 아닙니다.",
    en="Clearance is complete once everything is counted, nothing of it is left and each desk has signed. "
       "What was never counted is not nothing.",
)  # fmt: skip
ZERO = Text(ko="남은 것이 없습니다.", en="Nothing is left.")
NOT_ZERO = Text(ko="아직 남은 것이 있습니다.", en="Something is still left.")


def pdf(found: ExitPage, language: str, made_at: datetime) -> bytes:
    """In one language, as of a moment."""
    return documents.pdf(TEMPLATE, content(found, language), language=language, made_at=made_at)


def content(found: ExitPage, language: str) -> dict[str, Any]:
    """What is printed, as plain data."""
    row = found.row

    def say(ko: str, en: str) -> str:
        return Text(ko=ko, en=en).say(language)

    sums = [[name.say(language), amount] for name, amount in found.sums]
    sums.append([say("반환", "Refund"), found.refund])
    if found.owed:
        sums.append([say("보증금을 넘는 금액", "Owed beyond it"), found.owed])
        sums += [[f"{each.how.say(language)} {day_of(each.at)}", f"- {each.amount}"] for each in found.came]
    if row.settled_at:
        sums.append([say("정산일", "Settled"), day_of(row.settled_at).isoformat()])
    return {
        "title": row.name.say(language), "code": row.code, "zero": row.zero, "rule": RULE.say(language),
        "verdict": (ZERO if row.zero else NOT_ZERO).say(language), "sums": sums,
        "facts": [
            [say("통지일", "Notice"), row.noticed_on.isoformat()], [say("마지막 날", "Last day"), row.last_day.isoformat()],
            [say("옮겨 가는 곳", "Destination"), row.destination], [say("상태", "State"), row.state_said.say(language)],
        ],
        "kinds": [
            {"kind": k.said.say(language), "state": k.state_said.say(language), "lines": [_line(line, language) for line in k.lines]}
            for k in found.kinds
        ],
        "deductions": [{"says": d.says, "amount": d.amount, "disputed": d.disputed} for d in found.deductions],
    }  # fmt: skip


def _line(line: LineRow, language: str) -> dict[str, str]:
    signed = f"{line.signed_by.say(language)} · {day_of(line.signed_at).isoformat()}" if line.signed_by and line.signed_at else "–"
    return {
        "what": line.what, "signed": signed,
        "sum": f"{plain(line.opening)} - {plain(line.settled)} = {plain(line.remaining)} {line.unit.say(language)}",
    }
