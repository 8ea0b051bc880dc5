"""An issued document as files: the PDF with every figure's chain of reasons, and its lines for spreadsheets."""

import csv
import io

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from squaremile.billing import rules
from squaremile.billing.policies.exports.rows import HEAD, rows
from squaremile.billing.reads import documents, invoice_pdf
from squaremile.web.shell import papers
from squaremile.web.shell.cells import cell
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_own_bills)
def pdf(request: HttpRequest, code: str) -> HttpResponse:
    """In the reader's language, or the one asked for by `?lang=`."""
    return papers.pdf(f"{code}.pdf", invoice_pdf.pdf(documents.document(code), papers.language_asked(request)))


@require_GET
@only(rules.see_own_bills)
def lines(request: HttpRequest, code: str) -> HttpResponse:
    """One row a line, with the reasons in both languages. Excel reads the mark at the beginning as UTF-8."""
    file = io.StringIO()
    file.write("\ufeff")
    csv.writer(file).writerows([HEAD, *([cell(one) for one in row] for row in rows([documents.document(code)]))])
    return HttpResponse(
        file.getvalue(), content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{code}.csv"', "Cache-Control": "private, no-cache"},
    )
