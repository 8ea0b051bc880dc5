"""The books as the accountants' own system takes them: under which numbers, and what has gone there already."""

from django.db import models

from squaremile.billing.models.ledger import BOOKS
from squaremile.kernel.models import Row


class BookAccount(Row):
    """Under which number of an issuer's own chart of accounts a book stands."""

    issuer = models.ForeignKey("billing.Issuer", on_delete=models.PROTECT, related_name="book_accounts")
    book = models.CharField(max_length=20, choices=[(b, b) for b in BOOKS])
    number = models.CharField(max_length=20)
    name = models.CharField(max_length=60)

    class Meta:
        db_table = "billing_book_account"
        constraints = (
            models.CheckConstraint(name="book_account_named", condition=~models.Q(number="") & ~models.Q(name="")),
            models.UniqueConstraint(name="book_account_once", fields=["issuer", "book"]),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class JournalExport(Row):
    """A month of an issuer's entries as a file. `copy`: 1 the first time; every later one is marked as such, with why."""

    code = models.CharField(max_length=20, unique=True)
    issuer = models.ForeignKey("billing.Issuer", on_delete=models.PROTECT, related_name="journals")
    month = models.DateField()
    copy = models.PositiveSmallIntegerField()
    why = models.CharField(max_length=300, blank=True)
    entries = models.PositiveIntegerField()
    fresh = models.PositiveIntegerField()
    """How many of them had not been in any file before."""
    debit = models.BigIntegerField()
    content = models.JSONField()
    """Rows under `exports.journal.HEAD`."""
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.UUIDField(null=True)

    class Meta:
        db_table = "billing_journal_export"
        constraints = (
            models.UniqueConstraint(name="journal_copy_once", fields=["issuer", "month", "copy"]),
            models.CheckConstraint(
                name="journal_copy_explained",
                condition=models.Q(copy=1, why="") | models.Q(copy__gt=1) & ~models.Q(why=""),
            ),
            models.CheckConstraint(name="journal_month_first_day", condition=models.Q(month__day=1)),
        )

    def __str__(self) -> str:
        return self.code


class JournalMark(Row):
    """An entry went out with this export for the first time: no other takes it as new."""

    export = models.ForeignKey("billing.JournalExport", on_delete=models.PROTECT, related_name="marks")
    entry = models.ForeignKey("billing.Entry", on_delete=models.PROTECT, related_name="marks")

    class Meta:
        db_table = "billing_journal_mark"
        constraints = (models.UniqueConstraint(name="journal_entry_once", fields=["entry"]),)

    def __str__(self) -> str:
        return str(self.export_id)
