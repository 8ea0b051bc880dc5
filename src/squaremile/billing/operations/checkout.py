"""Payments that a provider takes: asked for by the payer, told by the provider, recorded and matched once."""

from collections.abc import Callable

from django.conf import settings
from django.utils.crypto import salted_hmac

from squaremile.billing import rules
from squaremile.billing.models import Invoice, PaymentEvent, PaymentRequest
from squaremile.billing.operations.accounts import account_of
from squaremile.billing.operations.matching import MATCHED, open_of
from squaremile.billing.operations.payments import received
from squaremile.billing.policies.checkout import CANCELED, FAILED, SUCCEEDED, PaymentProvider, Sandbox
from squaremile.billing.reads import months
from squaremile.billing.reads.rating import said
from squaremile.billing.words import money
from squaremile.billing.words import refunds as words
from squaremile.core.notices import tell
from squaremile.core.reads.people import staff
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.operation import note, operation
from squaremile.kernel.words import Text, both

PROVIDERS: dict[str, Callable[[], PaymentProvider]] = {"sandbox": Sandbox}
STEP = {
    "request_step_allowed": words.REQUEST_STEP, "payment_request_sound": words.REQUEST_STEP, "payment_request_of_its_invoice": words.NOTHING_OPEN,
    "billing_payment_request_origin_key": words.ASKED_ALREADY, "billing_payment_request_payment_id_key": words.REQUEST_STEP,
}


def provider() -> PaymentProvider | None:
    """The one that the installation is connected with; none where people pay by bank."""
    made = PROVIDERS.get(settings.PAYMENT_PROVIDER)
    return made() if made else None


def secret() -> str:
    """What events are signed with. The sandbox has one of its own where none is set."""
    own = salted_hmac("squaremile.billing.checkout", "sandbox", algorithm="sha256").hexdigest() if settings.PAYMENT_PROVIDER == "sandbox" else ""
    return settings.PAYMENT_SECRET or own


@operation(
    "billing.ask_payment", ko="온라인 결제 시작하기", en="Begin an online payment", may=rules.answer,
    refuses=(money.INVOICE_UNKNOWN, words.NO_PAYMENTS, words.NOTHING_OPEN), constraints=STEP,
)
def ask_payment(*, invoice: str) -> PaymentRequest:
    """Of what is open on one's own invoice. Begun already for the same amount: that request again."""
    found = Invoice.objects.select_related("account").filter(code=invoice, kind="invoice").first()
    if found is None:
        raise Missing(money.INVOICE_UNKNOWN)
    if (service := provider()) is None:
        raise Refused(words.NO_PAYMENTS)
    if (left := open_of(found)) <= 0:
        raise Refused(words.NOTHING_OPEN)
    begun = PaymentRequest.objects.filter(invoice=found, state="asked", amount=left).first()
    if begun is None:
        code = short_code("PY")
        asked = service.ask(code, left, found.currency, found.code, clock.now())
        begun = PaymentRequest.objects.create(
            code=code, account=found.account, invoice=found, organisation_id=found.organisation_id, amount=left, currency=found.currency,
            state="asked", origin=f"{service.name}:{asked.intent}", asked_at=clock.now(),
        )
    note(subject=begun, organisation=found.organisation_id, invoice=invoice, amount=begun.amount)
    return begun


@operation(
    "billing.hear_of_payment", ko="결제 알림 받기", en="Hear of a payment", may=rules.by_the_clock, refuses=(words.EVENT_DIFFERS,),
    constraints={
        **STEP, **MATCHED, "billing_payment_event_origin_key": words.EVENT_DIFFERS, "billing_payment_origin_key": money.PAYMENT_KNOWN,
        "billing_entry_origin_key": money.PAYMENT_KNOWN, "entry_balanced": money.UNBALANCED,
    },
)
def hear_of_payment(*, service: str, event_id: str, kind: str, intent: str, amount: int, currency: str, fingerprint: str) -> PaymentEvent:
    """What the provider says, once: told again it changes nothing, and told otherwise under the same name it is refused. Money that
    came after its request had failed is a payment, and is told to finance. An amount other than was asked for, or money that nobody
    asked for, is kept and told to finance, and is no payment."""
    known = PaymentEvent.objects.filter(origin=f"{service}:{event_id}"[:120]).first()
    if known is not None:
        if known.digest != fingerprint:
            raise Refused(words.EVENT_DIFFERS)
        note(subject=known, already=True)
        return known
    asked = PaymentRequest.objects.select_for_update(of=("self",)).select_related("account", "invoice").filter(origin=f"{service}:{intent}").first()
    outcome = _outcome(asked, kind, amount, currency)
    if asked is not None and outcome == "paid":
        if asked.state == "failed":
            text = words.PAID_AFTER_ALL.fill({"code": asked.code, "told": said(amount, currency)})
            _tell(text, f"/money/invoices/{asked.invoice.code}/", service, event_id)
        account = account_of(asked.account.code, write=True)
        asked.payment, _ = received(account, amount, months.today(), intent, asked.invoice)
        asked.state = "paid"
        asked.save(update_fields=["state", "payment"])
    elif asked is not None and outcome == "canceled":
        asked.state = "failed"
        asked.save(update_fields=["state"])
    elif asked is not None and outcome == "mismatch":
        text = words.MISMATCH.fill({"code": asked.code, "asked": said(asked.amount, asked.currency), "told": _told(amount, currency)})
        _tell(text, f"/money/invoices/{asked.invoice.code}/", service, event_id)
    elif outcome == "unknown" and kind == SUCCEEDED:
        _tell(words.UNASKED.fill({"intent": intent, "told": _told(amount, currency)}), "/money/accounts/", service, event_id)
    made = PaymentEvent.objects.create(
        origin=f"{service}:{event_id}"[:120], request=asked, kind=kind[:60], digest=fingerprint, outcome=outcome, received_at=clock.now()
    )
    note(subject=made, organisation=asked.organisation_id if asked else None, kind=kind, outcome=outcome, amount=amount)
    return made


def _tell(text: Text, url: str, service: str, event_id: str) -> None:
    tell(staff("finance"), "billing.payment", text, url, f"payment:{service}:{event_id}")


def _told(amount: int, currency: str) -> Text:
    """As people read it; of a currency that nobody here bills in, the provider's own figure."""
    known = currency in MINOR_DIGITS
    return both(said(amount, currency), said(amount, currency)) if known else words.MINOR.fill({"amount": f"{amount:,}", "currency": currency})


def _outcome(asked: PaymentRequest | None, kind: str, amount: int, currency: str) -> str:
    if kind not in (SUCCEEDED, FAILED, CANCELED):
        return "ignored"
    if asked is None:
        return "unknown"
    if asked.state == "paid" or (asked.state == "failed" and kind != SUCCEEDED):
        return "late"
    if kind != SUCCEEDED:
        return "failed" if kind == FAILED else "canceled"
    return "paid" if (amount, currency) == (asked.amount, asked.currency) else "mismatch"
