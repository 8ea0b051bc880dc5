"""Long list, soft checks and agendas of needs, with the clocks of the answers. Row security leaves them to whom they are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Prefetch

from squaremile.kernel import clock
from squaremile.kernel.words import Text, both
from squaremile.network.models import Agenda, AgendaPerson, AgendaSubject, LongListEntry, SoftCheck
from squaremile.network.policies.answer_clock import AnswerClock, answer_clock
from squaremile.network.policies.response import Clocked, clocked
from squaremile.network.words import pipeline as words

FOLDERS = {"person": "people", "lab": "labs", "partner": "organisations"}


@dataclass(frozen=True, slots=True)
class Tally:
    """How the soft checks of one need stand; `late` wait longer than was given."""

    listed: int = 0
    asked: int = 0
    yes: int = 0
    maybe: int = 0
    waiting: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One question and its answer, with the clock while it waits."""

    code: str
    way: Text
    question: Text
    asked_at: datetime
    asked_by: Text
    answer: str
    label: Text
    look: str
    answered_at: datetime | None
    heard: str
    clock: AnswerClock


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One candidate of the long list, and what was asked, the newest first."""

    position: int
    subject: str
    subject_code: str
    name: Text
    why: Text
    added_by: Text
    checks: tuple[CheckRow, ...]

    @property
    def url(self) -> str:
        if self.subject == "equipment":
            return f"/book/{self.subject_code}/"
        return f"/network/{FOLDERS[self.subject]}/{self.subject_code}/"

    @property
    def last(self) -> CheckRow | None:
        return self.checks[0] if self.checks else None

    @property
    def waits(self) -> bool:
        return self.last is not None and not self.last.answer


@dataclass(frozen=True, slots=True)
class SubjectRow:
    position: int
    says: Text
    minutes: int


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Who comes; `wish` is the code of the wish of a visit that a candidate became."""

    side: str
    side_label: Text
    name: Text
    wish: str


@dataclass(frozen=True, slots=True)
class AgendaRow:
    code: str
    title: Text
    agreed_at: datetime | None
    subjects: tuple[SubjectRow, ...]
    people: tuple[PersonRow, ...]

    @property
    def minutes(self) -> int:
        return sum(each.minutes for each in self.subjects)

    @property
    def carried(self) -> bool:
        """Every candidate is a wish of a visit."""
        return all(each.wish for each in self.people if each.side == "candidate")


def tallies(needs: Iterable[UUID]) -> dict[UUID, Tally]:
    """For a board: two statements, however many needs."""
    ids, now = list(needs), clock.now()
    counts: dict[UUID, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for need in LongListEntry.objects.filter(need__in=ids).values_list("need_id", flat=True):
        counts[need]["listed"] += 1
    asked = SoftCheck.objects.filter(entry__need__in=ids).values_list("entry__need_id", "answer", "asked_at")
    for need, answer, at in asked:
        said = counts[need]
        said["asked"] += 1
        if answer in ("yes", "maybe"):
            said[answer] += 1
        if not answer:
            said["waiting"] += 1
            said["late"] += _clock(at, answer, now).look == "stop"
    return {need: Tally(**said) for need, said in counts.items()}


def long_list(need: UUID) -> list[EntryRow]:
    """The candidates in order, with their soft checks; two statements."""
    now = clock.now()
    checks = SoftCheck.objects.select_related("asked_by").order_by("-asked_at", "-id")
    found = (
        LongListEntry.objects.filter(need=need).select_related("added_by").order_by("position")
        .prefetch_related(Prefetch("checks", queryset=checks))
    )  # fmt: skip
    return [
        EntryRow(
            each.position, each.subject, each.subject_code, both(each.name_ko, each.name_en), both(each.why_ko, each.why_en),
            both(each.added_by.name_ko, each.added_by.name_en), tuple(_check(one, now) for one in each.checks.all()),
        )
        for each in found
    ]


def _check(one: SoftCheck, now: datetime) -> CheckRow:
    return CheckRow(
        one.code, words.WAYS[one.way], both(one.question_ko, one.question_en), one.asked_at,
        both(one.asked_by.name_ko, one.asked_by.name_en), one.answer, words.ANSWERS[one.answer], words.LOOKS[one.answer],
        one.answered_at, one.heard, _clock(one.asked_at, one.answer, now),
    )


def _clock(asked_at: datetime, answer: str, now: datetime) -> AnswerClock:
    return answer_clock(opened_at=asked_at, waiting=not answer, now=now, promised_days=settings.SOFT_CHECK_DAYS)


def agendas(need: UUID) -> list[AgendaRow]:
    """Of one need, the newest first; three statements. Its company sees those that are agreed."""
    found = Agenda.objects.filter(need=need).order_by("-drafted_at", "-id").prefetch_related(
        Prefetch("subjects", queryset=AgendaSubject.objects.order_by("position")),
        Prefetch("people", queryset=AgendaPerson.objects.select_related("wish").order_by("id")),
    )
    return [
        AgendaRow(
            each.code, both(each.title_ko, each.title_en), each.agreed_at,
            tuple(SubjectRow(s.position, both(s.says_ko, s.says_en), s.minutes) for s in each.subjects.all()),
            tuple(
                PersonRow(p.side, words.SIDES[p.side], both(p.name_ko, p.name_en), p.wish.code if p.wish else "")
                for p in each.people.all()
            ),
        )
        for each in found
    ]


def agreed_yes(entries: Sequence[EntryRow]) -> list[tuple[str, Text]]:
    """(code of the soft check, name) of the candidates who said yes, to be put on an agenda."""
    return [(said.code, each.name) for each in entries for said in each.checks[:1] if said.answer == "yes"]


def answer_times(since: datetime) -> Clocked:
    """From a soft check to its answer, of those asked since then. Silence that was written down is no answer."""
    found = SoftCheck.objects.filter(asked_at__gte=since, answer__in=("yes", "maybe", "no"))
    waits: list[timedelta] = [end - start for start, end in found.values_list("asked_at", "answered_at") if end]
    return clocked(waits)


@dataclass(frozen=True, slots=True)
class Silent:
    """A soft check that waits longer than was given."""

    need_code: str
    need: Text
    name: Text
    asked_at: datetime
    asked_by: Text


def silent() -> tuple[Silent, ...]:
    """Those that wait too long, the longest first."""
    before = clock.now() - timedelta(days=settings.SOFT_CHECK_DAYS)
    found = SoftCheck.objects.filter(answer="", asked_at__lt=before).select_related("entry__need", "asked_by")
    return tuple(
        Silent(
            each.entry.need.code, both(each.entry.need.title_ko, each.entry.need.title_en),
            both(each.entry.name_ko, each.entry.name_en), each.asked_at, both(each.asked_by.name_ko, each.asked_by.name_en),
        )
        for each in found.order_by("asked_at", "id")
    )
