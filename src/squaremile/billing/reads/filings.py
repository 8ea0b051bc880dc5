"""Korean tax invoices: what has to be out by when, what lacks, and where each stands."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, QuerySet

from squaremile.billing.models import Invoice, TaxFiling
from squaremile.billing.policies.exports.etax import HEAD, KINDS, out_by, registered
from squaremile.billing.reads import documents, months
from squaremile.billing.words import papers
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both

SOON = 3
"""Days before the deadline from which finance is told."""


@dataclass(frozen=True, slots=True)
class FilingRow:
    """One tax invoice, or a document of which none is prepared yet (no code)."""

    code: str
    document: str
    company: Text
    kind: Text
    state: str
    said: Text
    due_on: date
    days_left: int
    supply: Money
    tax: Money
    approval: str
    answer: Text | None
    lacks: tuple[Text, ...] = ()
    """What has to be there before it can be prepared."""
    account: str = ""
    issuer: str = ""

    @property
    def open(self) -> bool:
        return self.state != "accepted"

    @property
    def late(self) -> bool:
        return self.open and self.days_left < 0


NONE_YET = Text(ko="작성 전", en="Not prepared")


def listed(most: int = 300) -> list[FilingRow]:
    """All that waits, by its deadline, and then the newest of what is accepted. Eight statements."""
    today = months.today()
    waits, over = _documents().filter(_open()), _documents().exclude(_open()).filter(Exists(_filings())).order_by("-issued_at", "-code")
    found = [row for one in (*waits.order_by("-issued_at", "-code"), *over[:most]) for row in _rows(one, today)]
    return sorted((r for r in found if r.open), key=_by_deadline) + [r for r in found if not r.open]


def waiting() -> list[FilingRow]:
    """What is not accepted yet, by deadline: however long ago it was issued. Four statements."""
    today = months.today()
    return sorted((row for one in _documents().filter(_open()) for row in _rows(one, today) if row.open), key=_by_deadline)


def _by_deadline(row: FilingRow) -> tuple[date, str]:
    return row.due_on, row.document


def _documents() -> QuerySet[Invoice]:
    return Invoice.objects.filter(settlement="invoice", currency="KRW").select_related(
        "organisation", "account__issuer", "corrects", "replaces"
    ).prefetch_related("filings", "corrects__filings", "replaces__filings")


def _filings(**of: str) -> QuerySet[TaxFiling]:
    return TaxFiling.objects.filter(invoice=OuterRef("pk"), **of)


def _open() -> Q:
    """A tax invoice of it is not accepted, or one of its kinds of tax has none."""
    found = Q(Exists(_filings().exclude(state="accepted")))
    for category, kind in KINDS.items():
        taxed = Func(
            F("taxes"), template=f"jsonb_path_exists(%(expressions)s, '$[*] ? (@.category == \"{category}\" && @.base != 0)')",
            output_field=BooleanField(),
        )
        found |= Q(taxed) & ~Q(Exists(_filings(kind=kind)))
    return found


def _rows(one: Invoice, today: date) -> list[FilingRow]:
    known = {filing.kind: filing for filing in one.filings.all()}
    found = list[FilingRow]()
    for category, kind in KINDS.items():
        sums = [(t["base"], t["amount"]) for t in one.taxes if t["category"] == category and t["base"]]
        if kind in known:
            found.append(_row(one, known[kind], today))
        elif sums:
            due = out_by(one.dated, one.issued_on, one.reason or ("clerical" if one.replaces_id else ""))
            found.append(FilingRow(
                "", one.code, _company(one), papers.FILING_KINDS[kind], "none", NONE_YET, due, (due - today).days,
                Money(sum(s for s, _ in sums), "KRW"), Money(sum(t for _, t in sums), "KRW"), "", None, _lacks(one, kind),
                one.account.code, one.account.issuer.code,
            ))
    return found


def _lacks(one: Invoice, kind: str) -> tuple[Text, ...]:
    """What `prepare_tax_invoices` would refuse it for."""
    issuer, payer = map(registered, documents.registrations(one))
    original = one.corrects or one.replaces
    filed = original is None or any(f.kind == kind and f.state == "accepted" for f in original.filings.all())
    return tuple(said for there, said in (
        (issuer, papers.LACKS_ISSUER), (payer, papers.LACKS_PAYER),
        (filed, papers.LACKS_ORIGINAL.fill({"code": original.code if original else ""})),
    ) if not there)


def ready() -> list[str]:
    """Documents of which a tax invoice is not prepared yet, and for which nothing lacks."""
    rows = waiting()
    short = {row.document for row in rows if row.lacks}
    return sorted({row.document for row in rows if row.state == "none"} - short)


def _row(one: Invoice, filing: TaxFiling, today: date) -> FilingRow:
    return FilingRow(
        filing.code, one.code, _company(one), papers.FILING_KINDS[filing.kind], filing.state, papers.FILING_STATES[filing.state],
        filing.due_on, (filing.due_on - today).days, Money(filing.supply, "KRW"), Money(filing.tax, "KRW"), filing.approval,
        both(filing.answer_ko, filing.answer_en) if filing.answer_ko or filing.answer_en else None,
    )


def _company(one: Invoice) -> Text:
    return both(one.organisation.name_ko, one.organisation.name_en)


def of_document(code: str) -> list[FilingRow]:
    """The tax invoices of one document."""
    found = _documents().filter(code=code)
    today = months.today()
    return [row for one in found for row in _rows(one, today)]


def sheet() -> tuple[tuple[str, ...], list[list[object]]]:
    """Head and rows of the bulk form: what is prepared and corrects nothing, by deadline."""
    rows = TaxFiling.objects.filter(state="prepared", message__modification="").order_by("due_on", "origin")
    return HEAD, [list(row.message["row"]) for row in rows]


def pressing() -> list[tuple[str, date, int, bool]]:
    """Deadlines that are near or over: (key of the notice, deadline, how many, over)."""
    today, by_day = months.today(), dict[date, int]()
    for row in waiting():
        if row.due_on <= today + timedelta(days=SOON):
            by_day[row.due_on] = by_day.get(row.due_on, 0) + 1
    return [(f"tax:{day}:{'late' if day < today else 'soon'}", day, n, day < today) for day, n in sorted(by_day.items())]
