"""The journal: under which numbers books stand, and a month of entries as a file that says whether it went out before."""

import json
from datetime import date
from hashlib import sha256

from squaremile.billing import rules
from squaremile.billing.models import BookAccount, JournalExport, JournalMark
from squaremile.billing.models.ledger import BOOKS
from squaremile.billing.operations.issuers import issuer_of
from squaremile.billing.policies.exports import journal as policy
from squaremile.billing.reads import journals, months
from squaremile.billing.words import accounts, papers
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require


@operation(
    "billing.name_book", ko="장부의 계정과목 정하기", en="Say under which account a book stands", may=rules.keep_money,
    refuses=(accounts.ISSUER_UNKNOWN, papers.BOOK_UNSOUND),
    constraints={"book_account_once": papers.BOOK_UNSOUND, "book_account_named": papers.BOOK_UNSOUND},
)
def name_book(*, issuer: str, book: str, account_number: str, account_name: str) -> BookAccount:
    """Of the issuer's own chart of accounts, for journals from now on. Files that went out stay as they are."""
    of, number, name = issuer_of(issuer), account_number.strip()[:20], account_name.strip()[:60]
    if book not in BOOKS or not number or not name:
        raise Invalid(papers.BOOK_UNSOUND)
    made, _ = BookAccount.objects.update_or_create(issuer=of, book=book, defaults={"number": number, "name": name})
    note(subject=made, issuer=issuer, book=book, number=number, name=name)
    return made


@operation(
    "billing.export_journal", ko="분개 내보내기", en="Export the journal", may=rules.keep_money,
    refuses=(accounts.ISSUER_UNKNOWN, papers.JOURNAL_EXPORTED, papers.JOURNAL_EMPTY),
    constraints={
        "journal_copy_once": papers.JOURNAL_TAKEN, "journal_entry_once": papers.JOURNAL_TAKEN,
        "journal_copy_explained": papers.JOURNAL_TAKEN, "journal_month_first_day": papers.JOURNAL_EMPTY,
    },
)
def export_journal(*, issuer: str, month: date, explanation: str = "") -> JournalExport:
    """Every entry dated in that month. Once; again with an explanation, and then each row says that it is a copy and in
    which export the entry went out first. What was dated back since is new in it."""
    of, first = issuer_of(issuer), months.first_of(month)
    before = JournalExport.objects.filter(issuer=of, month=first).order_by("-copy").first()
    if before is not None and not explanation.strip():
        raise Refused(papers.JOURNAL_EXPORTED, {"month": f"{first:%Y-%m}", "code": before.code})
    found = journals.entries(of.id, first)
    if not found:
        raise Invalid(papers.JOURNAL_EMPTY)
    copy = before.copy + 1 if before else 1
    rows = [list(row) for row in policy.rows((one for _, one in found), journals.chart(of.id), copy)]
    fresh = [entry for entry, one in found if not one.before]
    made = JournalExport.objects.create(
        code=short_code("JX"), issuer=of, month=first, copy=copy, why=explanation.strip()[:300] if before else "", entries=len(found),
        fresh=len(fresh), debit=sum(p.amount for _, one in found for p in one.postings if p.amount > 0), content=rows,
        sha256=sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest(), made_at=clock.now(), made_by=require().actor,
    )
    JournalMark.objects.bulk_create(JournalMark(export=made, entry_id=entry) for entry in fresh)
    note(subject=made, issuer=issuer, month=first, copy=copy, entries=len(found), fresh=len(fresh))
    return made
