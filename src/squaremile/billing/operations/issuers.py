"""Issuers: who bills, under which name, with which terms."""

from squaremile.billing import rules
from squaremile.billing.models import Issuer
from squaremile.billing.words import accounts as words
from squaremile.billing.words import papers
from squaremile.core.words import CODE_UNFIT
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.operation import note, operation

CONSTRAINTS = {
    "billing_issuer_code_key": words.ISSUER_EXISTS, "issuer_named": words.ISSUER_UNSOUND, "issuer_code_fits": CODE_UNFIT,
    "issuer_dunning_rises": words.ISSUER_UNSOUND, "billing_issuer_registered": papers.IDENTITY_REFUSED,
}


@operation(
    "billing.add_issuer", ko="발행자 추가", en="Add an issuer", may=rules.keep_money, refuses=(words.ISSUER_UNSOUND,), constraints=CONSTRAINTS,
)
def add_issuer(
    *, name_ko: str, name_en: str = "", code: str = "", registration: str = "", representative: str = "", postal_address: str = "",
    business_type: str = "", business_item: str = "", contact: str = "", pay_to: str = "", currency: str = "KRW",
    pay_days: int = 14, silence_days: int = 5,
) -> Issuer:
    """The operator, a university's core, another owner: each has its own numbers, cards' currency and accounts."""
    if currency not in MINOR_DIGITS or not 0 <= pay_days <= 365 or not 0 <= silence_days <= 365:
        raise Invalid(words.ISSUER_UNSOUND)
    made = Issuer.objects.create(
        code=code or short_code("IS"), name_ko=name_ko.strip(), name_en=name_en.strip(), registration=registration,
        representative=representative, address=postal_address, business_type=business_type, business_item=business_item, contact=contact,
        pay_to=pay_to, currency=currency, pay_days=pay_days, silence_days=silence_days,
    )
    note(subject=made)
    return made


@operation(
    "billing.edit_issuer", ko="발행자 변경", en="Change an issuer", may=rules.keep_money,
    refuses=(words.ISSUER_UNKNOWN, words.ISSUER_UNSOUND), constraints=CONSTRAINTS,
)
def edit_issuer(
    *, issuer: str, name_ko: str | None = None, name_en: str | None = None, registration: str | None = None,
    representative: str | None = None, postal_address: str | None = None, pay_to: str | None = None, pay_days: int | None = None,
    silence_days: int | None = None, remind_after: int | None = None, notice_after: int | None = None, warn_after: int | None = None,
    stop_after: int | None = None, budgets_bind: bool | None = None,
) -> Issuer:
    """What is said from now on. Documents keep the names that they were issued under."""
    found = issuer_of(issuer)
    said = {
        "name_ko": name_ko, "name_en": name_en, "registration": registration, "representative": representative, "address": postal_address,
        "pay_to": pay_to, "pay_days": pay_days, "silence_days": silence_days, "remind_days": remind_after, "notice_days": notice_after,
        "warn_days": warn_after, "stop_days": stop_after, "budgets_bind": budgets_bind,
    }
    changed = {name: value for name, value in said.items() if value is not None}
    if any(isinstance(value, int) and not 0 <= value <= 3650 for value in changed.values()):
        raise Invalid(words.ISSUER_UNSOUND)
    for name, value in changed.items():
        setattr(found, name, value)
    found.save(update_fields=list(changed))
    note(subject=found, changed=changed)
    return found


def issuer_of(code: str) -> Issuer:
    """An issuer by its code. Raises Missing."""
    found = Issuer.objects.filter(code=code).first()
    if found is None:
        raise Missing(words.ISSUER_UNKNOWN)
    return found
