"""Bills as rows: a line of a bill a row, for spreadsheets and accounting systems. Amounts are exact decimals in major units."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from squaremile.billing.policies.document import Document

HEAD = (
    "number", "kind", "settlement", "issued_on", "due_on", "issuer", "payer", "payer_registration", "line", "line_kind", "code", "label_ko",
    "label_en", "first", "last", "quantity", "unit", "net", "tax", "gross", "currency", "tax_category", "tax_percent", "card", "project",
    "grant", "nfec", "use_mode", "subject", "corrects", "reasons_ko", "reasons_en",
)  # fmt: skip


def rows(documents: Iterable[Document]) -> Iterator[tuple[str | int | Decimal, ...]]:
    """Under `HEAD`, document after document, as they are numbered."""
    for doc in documents:
        corrected = doc.corrects.number if doc.corrects else ""
        for line in doc.lines:
            yield (
                doc.number, doc.kind, doc.settlement, str(doc.issued_on), str(doc.due_on), doc.issuer.code, doc.payer.code,
                doc.payer.registration, line.number, line.kind, line.code, line.label.ko, line.label.en, str(line.first), str(line.last),
                line.quantity, line.unit, *(Decimal(n).scaleb(-doc.digits) for n in (line.net, line.tax, line.gross)), doc.currency,
                line.tax_category, line.tax_percent, line.card, line.project.code if line.project else "",
                line.project.reference if line.project else "", line.nfec, line.use_mode, line.subject, corrected,
                " → ".join(r.text.ko for r in line.reasons), " → ".join(r.text.en for r in line.reasons),
            )
