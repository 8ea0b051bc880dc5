"""Journals: which months went out, what is still to go, and the entries of one."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from squaremile.billing.models import Account, BookAccount, Entry, Issuer, JournalExport
from squaremile.billing.models.ledger import BOOKS
from squaremile.billing.policies.exports.journal import USUAL, Entered, Posted
from squaremile.billing.reads import months
from squaremile.billing.words import money as words
from squaremile.billing.words import papers
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both


@dataclass(frozen=True, slots=True)
class JournalRow:
    """A file that went out."""

    code: str
    copy: int
    why: str
    entries: int
    fresh: int
    debit: Money
    made_at: datetime
    sha256: str


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month of an issuer: how many entries it has, how many were in no file yet, and its files."""

    issuer: str
    issuer_said: Text
    month: date
    entries: int
    waiting: int
    files: tuple[JournalRow, ...]


@dataclass(frozen=True, slots=True)
class BookRow:
    """Under which account a book stands; `own`: the issuer said so."""

    book: str
    said: Text
    number: str
    name: str
    own: bool


def entries(issuer: UUID, month: date) -> list[tuple[UUID, Entered]]:
    """Of one month by their day, oldest first, each with its key. Four statements."""
    found = (
        Entry.objects.filter(issuer_id=issuer, day__gte=month, day__lt=months.after(month)).select_related("organisation")
        .prefetch_related("postings", "marks__export").order_by("day", "at", "origin")
    )
    registered = dict(Account.objects.filter(issuer_id=issuer).values_list("organisation_id", "registration"))
    return [
        (one.id, Entered(
            one.day, one.origin, one.says, one.currency, one.organisation.code, one.organisation.name_ko or one.organisation.name_en,
            registered.get(one.organisation_id, ""),
            tuple(Posted(p.book, p.amount) for p in sorted(one.postings.all(), key=lambda p: (p.amount < 0, BOOKS.index(p.book), -p.amount))),
            next((mark.export.code for mark in one.marks.all()), ""),
        ))
        for one in found
    ]


def chart(issuer: UUID) -> dict[str, tuple[str, str]]:
    """Book → number and name, where the issuer said one."""
    return {row.book: (row.number, row.name) for row in BookAccount.objects.filter(issuer_id=issuer)}


def books(issuer: str) -> list[BookRow]:
    """Every book with the account that it goes out under."""
    own = {row.book: row for row in BookAccount.objects.filter(issuer__code=issuer)}
    return [
        BookRow(book, words.BOOKS[book], own[book].number if book in own else USUAL[book][0], own[book].name if book in own else USUAL[book][1],
                book in own)
        for book in BOOKS
    ]


def listed() -> list[MonthRow]:
    """Months with entries, newest first. Three statements."""
    issuers = {i.id: i for i in Issuer.objects.all()}
    files: dict[tuple[UUID, date], tuple[JournalRow, ...]] = {}
    for f in JournalExport.objects.defer("content").order_by("issuer_id", "month", "copy"):
        row = JournalRow(f.code, f.copy, f.why, f.entries, f.fresh, Money(f.debit, issuers[f.issuer_id].currency), f.made_at, f.sha256)
        files[f.issuer_id, f.month] = (*files.get((f.issuer_id, f.month), ()), row)
    counted = Entry.objects.annotate(month=TruncMonth("day")).values("issuer_id", "month").annotate(
        n=Count("id", distinct=True), waiting=Count("id", filter=Q(marks=None), distinct=True)
    ).order_by("-month", "issuer__code")  # fmt: skip
    return [
        MonthRow(
            issuers[r["issuer_id"]].code, both(issuers[r["issuer_id"]].name_ko, issuers[r["issuer_id"]].name_en), r["month"], r["n"],
            r["waiting"], files.get((r["issuer_id"], r["month"]), ()),
        )
        for r in counted
    ]


def content(code: str) -> tuple[str, list[list[Any]]]:
    """The name of a journal's file, and its rows as they went out. Raises Missing."""
    found = JournalExport.objects.select_related("issuer").filter(code=code).first()
    if found is None:
        raise Missing(papers.JOURNAL_UNKNOWN)
    copy = "" if found.copy == 1 else f"-copy{found.copy}"
    return f"journal-{found.issuer.code}-{found.month:%Y-%m}{copy}-{found.code}", found.content
