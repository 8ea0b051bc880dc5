"""What is due for the agreements that the asker sees: the clocks, their settings and their answers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from squaremile.kernel.words import Text
from squaremile.network.models import Agreement, ClockAnswer, ClockSetting
from squaremile.network.policies import clocks
from squaremile.network.policies.agreements import ENDED
from squaremile.network.reads.days import today
from squaremile.network.words.agreements import CLOCKS


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to a clock."""

    says: str
    answered_on: date
    answered_at: datetime
    by: UUID


@dataclass(frozen=True, slots=True)
class DueRow:
    """One thing due, of one agreement. `stands`: answered, late, due or coming."""

    agreement: str
    title: Text
    officer: UUID
    deputy: UUID | None
    label: Text
    due: clocks.Due
    stands: str
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A clock of the house and how many days it counts."""

    clock: str
    label: Text
    days: int
    default: int


def settings() -> dict[str, int]:
    """Days by clock where the house has set others than the defaults."""
    return dict(ClockSetting.objects.values_list("clock", "days"))


def setting_rows() -> list[SettingRow]:
    """Every clock with its days."""
    kept = settings()
    return [SettingRow(c, CLOCKS[c], kept.get(c, days), days) for c, days in clocks.CLOCKS.items()]


def facts(found: Agreement) -> clocks.Facts:
    """What the clocks ask of an agreement."""
    return clocks.Facts(
        found.state, found.binding, found.signed_on, found.ends_on, found.notice_days,
        found.moved_on if found.state in ENDED else None,
    )


def dues(until: date | None = None, agreements: Iterable[Agreement] | None = None) -> list[DueRow]:
    """Everything due or reminded of by `until` (today), of these agreements or of all; three statements at most."""
    day = today()
    chosen = list(Agreement.objects.exclude(signed_on=None) if agreements is None else agreements)
    answers: dict[UUID, dict[tuple[str, date, int], Answer]] = defaultdict(dict)
    for each in ClockAnswer.objects.filter(agreement__in=[a.id for a in chosen]):
        key = (each.clock, each.anchor, each.number)
        answers[each.agreement_id][key] = Answer(each.says, each.answered_on, each.answered_at, each.answered_by_id)
    kept, rows = settings(), []
    for found in chosen:
        title = Text(ko=found.title_ko or found.title_en, en=found.title_en or found.title_ko)
        for due in clocks.due(facts(found), kept, until or day):
            answer = answers[found.id].get(due.key)
            rows.append(DueRow(
                found.code, title, found.officer_id, found.deputy_id, CLOCKS[due.clock], due,
                "answered" if answer else clocks.stands(due, day), answer,
            ))
    return sorted(rows, key=lambda r: (r.due.due_on, r.agreement, r.due.clock))


def open_dues(until: date | None = None) -> list[DueRow]:
    """Those without an answer; of several renewal reminders for one end the latest alone."""
    found: dict[str, list[DueRow]] = defaultdict(list)
    for row in dues(until):
        found[row.agreement].append(row)
    kept = []
    for rows in found.values():
        answered = [r.due.key for r in rows if r.answer]
        still = set(clocks.unanswered([r.due for r in rows], answered))
        kept += [r for r in rows if r.due in still]
    return sorted(kept, key=lambda r: (r.due.due_on, r.agreement, r.due.clock))
