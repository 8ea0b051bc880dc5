"""A hazard analysis on paper: to be posted in the laboratory, and out of date in large letters once it is."""

from datetime import datetime
from typing import Any

from squaremile.core import documents
from squaremile.kernel.words import Text
from squaremile.safety.reads.analyses import AnalysisRow
from squaremile.safety.words import analyses as words

TEMPLATE = documents.PACKAGE / "safety" / "documents" / "analysis.typ"


def pdf(row: AnalysisRow, language: str, made_at: datetime) -> bytes:
    """In one language, as of a moment: the approved version, else the newest."""
    return documents.pdf(TEMPLATE, content(row, language), language=language, made_at=made_at)


def content(row: AnalysisRow, language: str) -> dict[str, Any]:
    """What is printed, as plain data."""
    now = row.counts

    def say(ko: str, en: str) -> str:
        return Text(ko=ko, en=en).say(language)

    return {
        "heading": words.TITLE.say(language), "title": now.name.say(language), "code": f"{row.code} v{now.number}",
        "standing": row.standing_said.say(language), "sound": row.standing == "approved", "posted": words.POSTED.say(language),
        "changes": [change.say(language) for change in row.changes], "emergency": now.emergency,
        "facts": [
            [say("방", "Room"), row.room_name.say(language)], [say("기업", "Company"), row.company.say(language)],
            [say("연구실책임자", "Responsible"), now.responsible.say(language)],
            [say("서명", "Signed"), now.signed_at.date().isoformat() if now.signed_at else ""],
            [say("승인", "Approved"), now.approved_on.isoformat() if now.approved_on else ""],
            [say("유효 기간", "Valid until"), now.ends_on.isoformat() if now.ends_on else ""],
        ],
        "hazards": [[h.kind.say(language), h.name.say(language), h.amount, h.says, h.source] for h in now.hazards],
        "steps": [[s.does, s.risk or "–", s.measure, ", ".join(one.say(language) for one in s.ppe_said) or "–"] for s in now.steps],
    }  # fmt: skip
