"""Online payment: begun by the payer, and what the provider tells us, whoever it says it is."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.billing import operations as billing
from squaremile.billing import rules
from squaremile.billing.operations.checkout import provider, secret
from squaremile.billing.policies.checkout import (
    CANCELED,
    SUCCEEDED,
    NotSigned,
    NotUnderstood,
    event,
    heard,
    intent,
    signed,
)
from squaremile.billing.reads import online
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require, scope, system
from squaremile.web.pages.billing import sections
from squaremile.web.pages.billing.invoices import shown
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

MOST_BYTES = 100_000


@require_POST
@only(rules.answer)
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """The payer is led to the provider's page."""
    begun: list[str] = []
    refusal = tried(lambda: begun.append(billing.ask_payment(invoice=code).code))
    if refusal is not None:
        return shown(request, code, refusal.status, refusal=refusal)
    return done(request, _("The payment has begun."), reverse("money_pay", args=begun))


@require_http_methods(["GET", "POST"])
@only(rules.see_own_bills)
def pay(request: HttpRequest, code: str) -> HttpResponse:
    """The sandbox's page: it sends the very message that a provider would send."""
    asked, service = online.request(code), provider()
    if request.method == "POST" and rules.answer(require()) and service is not None and service.name == "sandbox":
        fine = request.POST.get("answer") == "pay"
        of = intent(
            asked.code, asked.amount.minor, asked.amount.currency, asked.invoice, clock.now(),
            status="succeeded" if fine else "canceled", received=asked.amount.minor if fine else 0,
        )
        body = event(of, SUCCEEDED if fine else CANCELED, clock.now())
        _taken(body, signed(body, secret(), clock.now()), service.name)
        return done(request, _("Paid.") if fine else _("The payment was given up."), reverse("money_invoice", args=[asked.invoice]))
    return render(request, "billing/pay.html", {
        "asked": asked, "sandbox": service is not None and service.name == "sandbox", "may_pay": rules.answer(require()),
        "sections": sections.tabs("money_invoices"),
    })


@csrf_exempt
@require_POST
def events(request: HttpRequest) -> HttpResponse:
    """Where the provider sends its events. What is not signed by it is told nothing."""
    service = provider()
    if service is None:
        return JsonResponse({"outcome": "nobody"}, status=404)
    if len(request.body) > MOST_BYTES:
        return JsonResponse({"outcome": "too long"}, status=413)
    status, outcome = _taken(request.body, request.headers.get("Stripe-Signature", ""), service.name)
    return JsonResponse({"outcome": outcome}, status=status)


def _taken(body: bytes, header: str, service: str) -> tuple[int, str]:
    """As the worker: a provider is nobody here."""
    try:
        told = heard(header, body, secret(), clock.now())
    except NotSigned:
        return 400, "not signed"
    except NotUnderstood:
        return 400, "not understood"
    try:
        with scope(system("worker")):
            made = billing.hear_of_payment(
                service=service, event_id=told.event, kind=told.kind, intent=told.intent, amount=told.amount, currency=told.currency,
                fingerprint=told.digest,
            )
    except SquaremileError as refused:
        return refused.status, refused.code
    return (409 if made.outcome == "mismatch" else 200), made.outcome
