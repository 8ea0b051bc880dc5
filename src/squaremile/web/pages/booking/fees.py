"""What a time would cost, while it is chosen: said beside the form and while it is dragged, by the functions of the bill."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.billing.reads import fees
from squaremile.billing.reads.rating import said
from squaremile.booking import rules
from squaremile.booking.reads import panel
from squaremile.core.meant import Meant
from squaremile.core.words import BAD_INPUT
from squaremile.kernel.errors import Invalid
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.web.pages.booking.feed import LONGEST, instant
from squaremile.web.shell.entry import only


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the form says beside the times."""

    organisation: str = ""
    project: str = ""
    person: UUID | None = None
    assisted: bool = False


def of(code: str, period: Period, chosen: Chosen) -> fees.Fee | None:
    """The fee of a time on an instrument; None where nobody bills the company."""
    company = panel.company(chosen.organisation)
    if company is None:
        return None
    return fees.fee(Meant(
        company, chosen.person or require().actor, panel.charged_to(company, chosen.project), code, period.start, period.end, chosen.assisted,
    ))


def spoken(fee: fees.Fee | None) -> str:
    """In one line: `₩45,000 + tax ₩4,500`."""
    if fee is None or fee.net is None or fee.tax is None:
        return str(fee.why) if fee and fee.why else ""
    net = said(fee.net.minor, fee.net.currency)
    if not fee.tax.minor:
        return net
    return _("%(net)s + tax %(tax)s") % {"net": net, "tax": said(fee.tax.minor, fee.tax.currency)}


@require_GET
@only(rules.reserve)
def live(request: HttpRequest) -> JsonResponse:
    """For the timeline, while somebody drags: the fee of what would be booked."""
    start, end = instant(request.GET.get("start", "")), instant(request.GET.get("end", ""))
    if not 0 < (end - start).total_seconds() <= LONGEST.total_seconds():
        raise Invalid(BAD_INPUT)
    return JsonResponse({"fee": spoken(of(request.GET.get("equipment", ""), Period(start, end), Chosen()))})
