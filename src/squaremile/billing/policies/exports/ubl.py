"""UBL 2.1 for Peppol BIS Billing 3.0: an invoice or a credit note as the access points of some forty countries take it.

Rules: EN 16931-1 (business terms BT, rules BR) and Peppol BIS Billing 3.0 (PEPPOL-EN16931-R…). Vouchers and subsidies
are allowances of the document; everything else is a line. A price that was not one figure (many uses added up) is given
for the whole quantity: `PriceAmount` for a `BaseQuantity` of as many units as the line has.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal
from xml.etree import ElementTree

from squaremile.billing.policies.document import Document, DocumentLine, Party, TaxTotal
from squaremile.kernel.words import Text

CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
UNIT_CODES = {
    "minute": "MIN", "hour": "HUR", "run": "C62", "piece": "H87", "sample": "C62", "g": "GRM", "kg": "KGM", "mL": "MLT", "L": "LTR",
    "kWh": "KWH", "bench_day": "DAY", "seat_day": "DAY", "unit_day": "DAY", "day": "DAY", "month": "MON", "money": "C62",
}  # fmt: skip
"""UN/ECE Recommendation 20. What has no code of its own is `C62`, one."""
CATEGORIES = {"taxable": "S", "zero": "Z", "exempt": "E"}
"""UNCL 5305, as EN 16931 takes it."""
_SCHEMES = """
    0002 0007 0009 0037 0060 0088 0096 0097 0106 0130 0135 0142 0151 0183 0184 0188 0190 0191 0192 0193
    0195 0196 0198 0199 0200 0201 0202 0204 0208 0209 0210 0211 0212 0213 0215 0216 0218 0221 0230 9901
    9910 9913 9914 9915 9918 9919 9920 9922 9923 9924 9925 9926 9927 9928 9929 9930 9931 9932 9933 9934
    9935 9936 9937 9938 9939 9940 9941 9942 9943 9944 9945 9946 9947 9948 9949 9950 9951 9952 9953 9957
    9959
"""
SCHEMES = frozenset(_SCHEMES.split())
"""Electronic address schemes (EAS) that Peppol takes: GLN is 0088, D-U-N-S 0060. An e-mail address is none; Korea has no code of its own."""
_NAMES = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
_DOCUMENT = "urn:oasis:names:specification:ubl:schema:xsd:{}-2"
Language = Literal["ko", "en"]


@dataclass(frozen=True, slots=True)
class Lacking:
    """What the document does not say and Peppol asks for, with the business term."""

    term: str
    says: Text
    whose: str = ""
    """issuer or payer, where it is to be filled in with one of them."""


class NotForPeppol(ValueError):
    """The document cannot be sent. `lacking` names everything that is missing."""

    def __init__(self, lacking: Iterable[Lacking]) -> None:
        self.lacking = tuple(lacking)
        super().__init__("; ".join(f"{one.term}: {one.says.en}" for one in self.lacking))


def lacking(document: Document) -> list[Lacking]:
    """What Peppol asks for and the document does not have: nothing, where it can be sent."""
    parties = (
        (document.issuer, "BT-34", Text(ko="공급자", en="the issuer"), "issuer"),
        (document.payer, "BT-49", Text(ko="공급받는 자", en="the payer"), "payer"),
    )
    address = Text(ko="{whose}의 Peppol 전자주소와 그 체계 코드를 적으십시오.", en="Enter the Peppol address of {whose} with the code of its scheme.")
    asked = [
        (document.settlement == "invoice", "BT-3",
         Text(ko="내부 정산서는 전자송장으로 보내지 않습니다.", en="An internal recharge is not sent as an invoice."), ""),
        *(
            (bool(party.endpoint and party.endpoint_scheme in SCHEMES), term, address.fill({"whose": said}), whose)
            for party, term, said, whose in parties
        ),
        (bool(document.buyer_reference or document.purchase_order), "BT-10",
         Text(ko="구매자 참조번호나 발주번호를 적으십시오.", en="Enter a buyer reference or a purchase order."), "payer"),
        (bool(document.issuer.registration or document.issuer.vat_id), "BT-31",
         Text(ko="공급자의 사업자등록번호를 적으십시오.", en="Enter the issuer's registration number."), "issuer"),
        (any(line.kind != "voucher" for line in document.lines), "BG-25", Text(ko="품목이 하나 이상 있어야 합니다.", en="There must be a line."), ""),
    ]
    return [Lacking(term, says, whose) for there, term, says, whose in asked if not there]


def ubl(document: Document, language: Language = "en") -> bytes:
    """The document as XML in UTF-8. `language` is that of labels and reasons.

    Raises:
        NotForPeppol: something that Peppol asks for is missing.
    """
    if missing := lacking(document):
        raise NotForPeppol(missing)
    return _Writer(document, language).written()


class _Writer:
    """Elements in the schema's own order. A credit note's amounts are below nought here and above it in UBL."""

    def __init__(self, document: Document, language: Language) -> None:
        self.document, self.language = document, language
        self.credit = document.kind == "credit_note"
        self.sign = -1 if self.credit else 1
        self.kind = "CreditNote" if self.credit else "Invoice"
        self.root = ElementTree.Element(self.kind, {
            "xmlns": _DOCUMENT.format(self.kind), **{f"xmlns:{prefix}": name for prefix, name in _NAMES.items()},
        })
        self.lines = [line for line in document.lines if line.kind != "voucher"]
        self.allowances = [line for line in document.lines if line.kind == "voucher"]

    def written(self) -> bytes:
        self._head()
        self._party("cac:AccountingSupplierParty", self.document.issuer, seller=True)
        self._party("cac:AccountingCustomerParty", self.document.payer, seller=False)
        self._payment()
        for line in self.allowances:
            self._allowance(line)
        self._taxes()
        self._totals()
        for line in self.lines:
            self._line(line)
        return ElementTree.tostring(self.root, encoding="utf-8", xml_declaration=True)

    def _add(self, to: ElementTree.Element, tag: str, said: object = None, **attributes: str) -> ElementTree.Element:
        made = ElementTree.SubElement(to, tag, attributes)
        if said is not None:
            made.text = str(said)
        return made

    def _maybe(self, to: ElementTree.Element, tag: str, said: str) -> None:
        """No element is empty (PEPPOL-EN16931-R008)."""
        if said.strip():
            self._add(to, tag, said.strip())

    def _money(self, to: ElementTree.Element, tag: str, minor: int) -> None:
        self._add(to, tag, f"{Decimal(minor).scaleb(-self.document.digits):f}", currencyID=self.document.currency)

    def _in(self, said: Text) -> str:
        return said.ko if self.language == "ko" else said.en

    def _head(self) -> None:
        root, doc = self.root, self.document
        self._add(root, "cbc:CustomizationID", CUSTOMIZATION)
        self._add(root, "cbc:ProfileID", PROFILE)
        self._add(root, "cbc:ID", doc.number)
        self._add(root, "cbc:IssueDate", doc.issued_on)
        if not self.credit:
            self._add(root, "cbc:DueDate", doc.due_on)
        self._add(root, f"cbc:{self.kind}TypeCode", "381" if self.credit else "380")
        self._maybe(root, "cbc:Note", doc.note or (doc.corrects.note if doc.corrects else ""))
        self._add(root, "cbc:DocumentCurrencyCode", doc.currency)
        self._maybe(root, "cbc:BuyerReference", doc.buyer_reference)
        period = self._add(root, "cac:InvoicePeriod")
        self._add(period, "cbc:StartDate", doc.first)
        self._add(period, "cbc:EndDate", doc.last)
        if doc.purchase_order:
            self._add(self._add(root, "cac:OrderReference"), "cbc:ID", doc.purchase_order)
        if doc.corrects:
            before = self._add(self._add(root, "cac:BillingReference"), "cac:InvoiceDocumentReference")
            self._add(before, "cbc:ID", doc.corrects.number)
            self._add(before, "cbc:IssueDate", doc.corrects.issued_on)
        elif doc.replaces:
            self._add(self._add(self._add(root, "cac:BillingReference"), "cac:InvoiceDocumentReference"), "cbc:ID", doc.replaces)
        # One project may be named (R080), and in an invoice only: several are named line by line.
        projects = {line.project for line in self.lines}
        if not self.credit and len(projects) == 1 and (only := projects.pop()) is not None:
            self._add(self._add(root, "cac:ProjectReference"), "cbc:ID", only.reference or only.code)

    def _party(self, tag: str, who: Party, *, seller: bool) -> None:
        party = self._add(self._add(self.root, tag), "cac:Party")
        self._add(party, "cbc:EndpointID", who.endpoint, schemeID=who.endpoint_scheme)
        self._add(self._add(party, "cac:PartyName"), "cbc:Name", self._in(who.name))
        postal = self._add(party, "cac:PostalAddress")
        self._maybe(postal, "cbc:StreetName", who.address)
        self._add(self._add(postal, "cac:Country"), "cbc:IdentificationCode", who.country)
        if who.vat_id or who.registration:
            taxed = self._add(party, "cac:PartyTaxScheme")
            self._add(taxed, "cbc:CompanyID", _vat(who))
            self._add(self._add(taxed, "cac:TaxScheme"), "cbc:ID", "VAT")
        legal = self._add(party, "cac:PartyLegalEntity")
        self._add(legal, "cbc:RegistrationName", self._in(who.name))
        self._maybe(legal, "cbc:CompanyID", who.legal_id or who.registration)
        if who.representative or who.email:
            contact = self._add(party, "cac:Contact")
            self._maybe(contact, "cbc:Name", who.representative)
            self._maybe(contact, "cbc:ElectronicMail", who.email)

    def _payment(self) -> None:
        """How to pay, and by when: UBL's credit note has no due date of its own."""
        account = self.document.issuer.account_number.strip()
        means = self._add(self.root, "cac:PaymentMeans")
        self._add(means, "cbc:PaymentMeansCode", "30" if account else "1")
        self._add(means, "cbc:PaymentID", self.document.number)
        if account:
            self._add(self._add(means, "cac:PayeeFinancialAccount"), "cbc:ID", account)
        if self.credit:
            said = Text(ko="{day}까지", en="By {day}").fill({"day": str(self.document.due_on)})
            self._add(self._add(self.root, "cac:PaymentTerms"), "cbc:Note", self._in(said))

    def _category(self, to: ElementTree.Element, tag: str, category: str, percent: Decimal, *, exemption: bool = False) -> None:
        made = self._add(to, tag)
        self._add(made, "cbc:ID", CATEGORIES[category])
        self._add(made, "cbc:Percent", f"{percent.normalize():f}")
        if exemption and category == "exempt":
            self._add(made, "cbc:TaxExemptionReason", self._in(Text(ko="면세", en="Exempt from VAT")))
        self._add(self._add(made, "cac:TaxScheme"), "cbc:ID", "VAT")

    def _allowance(self, line: DocumentLine) -> None:
        """A voucher takes off; one that a credit note takes back adds again."""
        off = -line.net * self.sign
        made = self._add(self.root, "cac:AllowanceCharge")
        self._add(made, "cbc:ChargeIndicator", "false" if off >= 0 else "true")
        self._add(made, "cbc:AllowanceChargeReason", self._in(line.label))
        self._money(made, "cbc:Amount", abs(off))
        self._category(made, "cac:TaxCategory", line.tax_category, line.tax_percent)

    def _taxes(self) -> None:
        total = self._add(self.root, "cac:TaxTotal")
        self._money(total, "cbc:TaxAmount", self.document.tax * self.sign)
        for tax in self._kinds():
            part = self._add(total, "cac:TaxSubtotal")
            self._money(part, "cbc:TaxableAmount", tax.base * self.sign)
            self._money(part, "cbc:TaxAmount", tax.amount * self.sign)
            self._category(part, "cac:TaxCategory", tax.category, tax.percent, exemption=True)

    def _kinds(self) -> list[TaxTotal]:
        """One subtotal for each category and percentage (BR-CO-18, BR-S-08)."""
        found = dict[tuple[str, Decimal], TaxTotal]()
        for tax in self.document.taxes:
            before = found.get((tax.category, tax.percent))
            found[tax.category, tax.percent] = TaxTotal(
                tax.category, tax.percent, tax.base + (before.base if before else 0), tax.amount + (before.amount if before else 0),
            )
        return list(found.values())

    def _totals(self) -> None:
        doc, sign = self.document, self.sign
        offs = [-line.net * sign for line in self.allowances]
        total = self._add(self.root, "cac:LegalMonetaryTotal")
        self._money(total, "cbc:LineExtensionAmount", sum(line.net for line in self.lines) * sign)
        self._money(total, "cbc:TaxExclusiveAmount", doc.net * sign)
        self._money(total, "cbc:TaxInclusiveAmount", doc.gross * sign)
        for tag, amounts in (("cbc:AllowanceTotalAmount", [o for o in offs if o >= 0]), ("cbc:ChargeTotalAmount", [-o for o in offs if o < 0])):
            if amounts:
                self._money(total, tag, sum(amounts))
        if prepaid := sum(p.amount for p in doc.prepaid):
            self._money(total, "cbc:PrepaidAmount", prepaid * sign)
        if doc.rounding:
            self._money(total, "cbc:PayableRoundingAmount", doc.rounding * sign)
        self._money(total, "cbc:PayableAmount", doc.payable * sign)

    def _line(self, line: DocumentLine) -> None:
        net = line.net * self.sign
        quantity = abs(line.quantity) or Decimal(1)
        code = UNIT_CODES.get(line.unit, "C62")
        made = self._add(self.root, f"cac:{self.kind}Line")
        self._add(made, "cbc:ID", line.number)
        self._maybe(made, "cbc:Note", " → ".join(self._in(reason.text) for reason in line.reasons))
        # A price is never below nought (BR-27): what is taken back is a quantity below it.
        self._add(made, f"cbc:{'Credited' if self.credit else 'Invoiced'}Quantity", _plain(quantity if net >= 0 else -quantity), unitCode=code)
        self._money(made, "cbc:LineExtensionAmount", net)
        self._maybe(made, "cbc:AccountingCost", line.project.code if line.project else "")
        if self.document.first <= line.first and line.last <= self.document.last:  # R110, R111
            period = self._add(made, "cac:InvoicePeriod")
            self._add(period, "cbc:StartDate", line.first)
            self._add(period, "cbc:EndDate", line.last)
        item = self._add(made, "cac:Item")
        self._maybe(item, "cbc:Description", line.card)
        self._add(item, "cbc:Name", self._in(line.label))
        self._category(item, "cac:ClassifiedTaxCategory", line.tax_category, line.tax_percent)
        for name, value in self._properties(line):
            more = self._add(item, "cac:AdditionalItemProperty")
            self._add(more, "cbc:Name", name)
            self._add(more, "cbc:Value", value)
        price = self._add(made, "cac:Price")
        if line.unit_price is not None and line.unit_price * quantity == Decimal(abs(net)).scaleb(-self.document.digits):
            self._add(price, "cbc:PriceAmount", _plain(line.unit_price), currencyID=self.document.currency)
        else:
            self._money(price, "cbc:PriceAmount", abs(net))
            self._add(price, "cbc:BaseQuantity", _plain(quantity), unitCode=code)

    def _properties(self, line: DocumentLine) -> list[tuple[str, str]]:
        """What Korean research funds ask for, what was used, and the month of a use that came late."""
        late = not (self.document.first <= line.first and line.last <= self.document.last)
        said = (
            ("NFEC", line.nfec), ("use mode", line.use_mode), ("subject", line.subject),
            ("grant", line.project.reference if line.project else ""), ("period", f"{line.first}/{line.last}" if late else ""),
        )
        return [(name, value) for name, value in said if value]


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _vat(party: Party) -> str:
    """With the country before it (BR-CO-09), without the dashes that people write."""
    digits = (party.vat_id or party.registration).replace("-", "").replace(" ", "")
    return digits if digits[:2].isalpha() else party.country + digits
