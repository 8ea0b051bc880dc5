"""An issued document as files: the PDF with every figure's chain of reasons, and its lines for spreadsheets."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from squaremile.billing import rules
from squaremile.billing.policies.exports.rows import HEAD, rows
from squaremile.billing.reads import documents, invoice_pdf
from squaremile.web.shell import papers, tables
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_own_bills)
def pdf(request: HttpRequest, code: str) -> HttpResponse:
    """In the reader's language, or the one asked for by `?lang=`."""
    return papers.pdf(f"{code}.pdf", invoice_pdf.pdf(documents.document(code), papers.language_asked(request)))


@require_GET
@only(rules.see_own_bills)
def lines(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """One row a line, with the reasons in both languages."""
    made = [tables.Sheet(code, HEAD, list(rows([documents.document(code)])))]
    response = tables.as_xlsx(code, made) if form == "xlsx" else tables.as_csv(code, made)
    response["Cache-Control"] = "private, no-cache"
    return response
