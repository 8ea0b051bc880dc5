"""An issued document as the plain value that every export is made from (policies/document.py)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q

from squaremile.billing.models import Account, Charge, Invoice, InvoiceLine, Issuer
from squaremile.billing.policies.corrections import REASONS
from squaremile.billing.policies.document import Correction, Document, DocumentLine, Party, Prepaid, Project, TaxTotal
from squaremile.billing.policies.reasons import Reason
from squaremile.billing.reads.evidence import in_short
from squaremile.billing.words import money as words
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both


def document(code: str) -> Document:
    """By its number, each line with its reasons in short. Raises Missing for what one may not see. The same number of statements
    for every document, and two for each sheet of its uses."""
    return _document(issued(code), uses=True)


def issued(code: str) -> Invoice:
    """The row of an issued document, with its account and what it corrects or replaces. Raises Missing. One statement."""
    found = Invoice.objects.select_related("corrects", "replaces", "account__issuer").filter(code=code).first()
    if found is None:
        raise Missing(words.INVOICE_UNKNOWN)
    return found


def _document(found: Invoice, *, uses: bool = False) -> Document:
    issuer, payer = (_party(found.parties[side]) for side in ("issuer", "payer"))
    evidence = {**(in_short(found.bill_id) if uses and found.bill_id else {}), **_of_charges(found)}
    lines = tuple(_line(line, evidence) for line in InvoiceLine.objects.filter(invoice=found).select_related("project").order_by("number"))
    taxes = tuple(TaxTotal(t["category"], Decimal(t["percent"]), t["base"], t["amount"]) for t in found.taxes)
    prepaid = tuple(Prepaid(p["code"], Text(ko=p["ko"], en=p["en"]), p["amount"], _reasons(p["reasons"])) for p in found.prepaid)
    corrects = Correction(found.corrects.code, found.corrects.issued_on, found.reason, found.note) if found.corrects else None
    return Document(
        found.code, found.kind, found.settlement, found.currency, issuer, payer, found.issued_on, found.due_on, found.first, found.last,
        lines, taxes, found.net, found.tax, found.gross, found.rounding, found.payable, prepaid, corrects,
        found.replaces.code if found.replaces else "", tuple(found.corrections.order_by("issued_at").values_list("code", flat=True)),
        purchase_order=found.parties["payer"].get("purchase_order", ""), note=found.note, rounding_reason=_one(found.rounding_reason),
        tax_reasons=tuple(r for t in found.taxes for r in _reasons(t["reasons"])), tax_dated=found.dated,
        replaced_for=_replaced_for(found),
    )


def _replaced_for(found: Invoice) -> str:
    """Why the document in whose place it stands was taken back: what the credit note says that went out with it."""
    anew = [reason.code for reason in REASONS.values() if reason.anew]
    said = Invoice.objects.filter(corrects=found.replaces_id, reason__in=anew).order_by("-issued_at").values_list("reason", flat=True)
    return (said.first() if found.replaces_id else None) or "clerical"


def _party(said: dict[str, str]) -> Party:
    return Party(
        said["code"], Text(ko=said["ko"], en=said["en"]), said["registration"], said["representative"], said["address"],
        said["business_type"], said["business_item"], said["contact"], said.get("country", "KR"), said.get("endpoint", ""),
        said.get("endpoint_scheme", ""), said.get("vat_id", ""), said.get("legal_id", ""), said.get("pay_to", ""),
    )


def addressed(code: str) -> Document:
    """As `document`, with what its parties say today where they said nothing on the day of issue: how to reach them and what
    their systems file it under. Names, registration and amounts stay as they were issued. Raises Missing."""
    found = issued(code)
    made, account = _document(found, uses=True), found.account
    return replace(
        made, issuer=_reached(made.issuer, account.issuer), payer=_reached(made.payer, account),
        purchase_order=made.purchase_order or account.purchase_order,
    )


def registrations(found: Invoice) -> tuple[str, str]:
    """Of issuer and payer, as `identified` says them."""
    return (
        found.parties["issuer"]["registration"] or found.account.issuer.registration,
        found.parties["payer"]["registration"] or found.account.registration,
    )


def identified(found: Invoice) -> Document:
    """As `document`, with the registration, representative, trade and mail of today where there were none on the day of
    issue."""
    made, account = _document(found), found.account
    return replace(made, issuer=_identified(made.issuer, account.issuer), payer=_identified(made.payer, account))


def _identified(party: Party, today: Account | Issuer) -> Party:
    return replace(
        party, registration=party.registration or today.registration, representative=party.representative or today.representative,
        address=party.address or today.address, business_type=party.business_type or today.business_type,
        business_item=party.business_item or today.business_item, email=party.email or today.contact,
    )


def _reached(party: Party, today: Account | Issuer) -> Party:
    said = replace(party, registration=party.registration or today.registration, vat_id=party.vat_id or today.vat_id,
                   legal_id=party.legal_id or today.legal_id)
    return said if said.endpoint else replace(said, endpoint=today.endpoint, endpoint_scheme=today.endpoint_scheme)


def left_of(code: str) -> dict[str, int]:
    """Line → net that no credit note has taken back yet, as `correct_invoice` takes it. Two statements."""
    left = {n: net for n, net in InvoiceLine.objects.filter(invoice__code=code).order_by("number").values_list("number", "net") if net}
    for n, net in InvoiceLine.objects.filter(invoice__corrects__code=code, corrects__isnull=False).values_list("corrects", "net"):
        left[n or 0] = left.get(n or 0, 0) + net
    return {str(n): net for n, net in left.items() if net}


def _of_charges(found: Invoice) -> dict[str, tuple[Reason, ...]]:
    """What rent, membership and what came late are made of: lines of one charge or two say so themselves."""
    if found.bill_id is None:
        return {}
    charges = Charge.objects.filter(bill_id=found.bill_id)
    few = charges.order_by().values("key").annotate(n=Count("id")).filter(n__lte=2).values("key")
    reasons: dict[str, tuple[Reason, ...]] = {}
    for charge in charges.filter(Q(contract__isnull=False) | Q(key__in=few)).order_by("first", "origin", "part"):
        said = reasons.get(charge.key, ())
        reasons[charge.key] = (*said, *(r for r in _reasons(charge.reasons) if r not in said))
    return reasons


def _line(line: InvoiceLine, evidence: dict[str, tuple[Reason, ...]]) -> DocumentLine:
    project = line.project
    whose = Project(project.code, both(project.name_ko, project.name_en), project.reference) if project else None
    first: date = line.first
    return DocumentLine(
        line.number, line.kind, line.item, both(line.label_ko, line.label_en), first, line.last, line.quantity, line.unit, line.net,
        line.tax, line.gross, line.tax_category, line.tax_percent, (*evidence.get(line.key, ()), *_reasons(line.reasons)),
        line.unit_price, line.card, whose, line.nfec, line.use_mode, line.subject, corrects=line.corrects,
    )


def _reasons(stored: list[dict[str, Any]]) -> tuple[Reason, ...]:
    return tuple(Reason(r["rule"], r["version"], Text(ko=r["ko"], en=r["en"])) for r in stored)


def _one(stored: dict[str, Any] | None) -> Reason | None:
    return _reasons([stored])[0] if stored else None
