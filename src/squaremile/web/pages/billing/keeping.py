"""What finance does with an account, each deed a form of its own: its terms, contracts, vouchers, wallets, and payments that wait for
an invoice."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from squaremile.billing import operations as billing
from squaremile.billing import rules
from squaremile.billing.reads import agreed, cards, closes, months
from squaremile.billing.words import accounts as words
from squaremile.billing.words.pricing import CATEGORIES as TAXES
from squaremile.core.reads import organisations
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.web.shell.deeds import Deed
from squaremile.web.shell.money import MoneyField


def chosen(said: dict[str, Text]) -> Any:
    """Choices of a form, said in the reader's language when it is shown."""
    return lambda: [(key, str(text)) for key, text in said.items()]


def day(label: Any, **more: Any) -> forms.DateField:
    """A day, with the browser's own calendar."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **more)


class TermsForm(forms.Form):
    """What may be changed of an account. Its tax identity has a form of its own."""

    rate_card = forms.ChoiceField(label=gettext_lazy("Rate card"))
    payer_class = forms.CharField(
        label=gettext_lazy("Class of payer"), max_length=40, required=False,
        help_text=gettext_lazy("As the rate card names it; empty: its ordinary prices."),
    )
    settles_by = forms.ChoiceField(label=gettext_lazy("Settlement"), choices=chosen(words.SETTLEMENTS))
    purchase_order = forms.CharField(
        label=gettext_lazy("Purchase order"), max_length=60, required=False, help_text=gettext_lazy("Printed on its documents.")
    )


class EditForm(TermsForm):
    effective_on = day(
        gettext_lazy("Card and class hold from"), required=False, help_text=gettext_lazy("Empty: from today. Use is priced by what held on its day.")
    )
    active = forms.BooleanField(
        label=gettext_lazy("It is billed"), required=False,
        help_text=gettext_lazy("Switched off, its use is not billed from today on; use of the days before, and its running contracts, still are."),
    )


class OpenForm(TermsForm):
    """A payer's account with an issuer."""

    organisation = forms.ChoiceField(label=gettext_lazy("Company"))
    issuer = forms.ChoiceField(label=gettext_lazy("Issuer"))
    registration = forms.CharField(label=gettext_lazy("Business registration number"), max_length=30, required=False)
    contact = forms.EmailField(label=gettext_lazy("E-mail for bills"), max_length=254, required=False)
    field_order = ("organisation", "issuer", "rate_card")


class TitledForm(forms.Form):
    """Named in both languages: it stands on bills."""

    title_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=120)
    title_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=120)


class ContractForm(TitledForm):
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=chosen(words.CONTRACT_KINDS))
    month_amount = MoneyField(label=gettext_lazy("Amount a month, without tax"))
    first_day = day(gettext_lazy("First day"))
    last_day = day(gettext_lazy("Last day"), required=False, help_text=gettext_lazy("Empty: until it is changed."))
    day_count = forms.ChoiceField(label=gettext_lazy("Part of a month"), choices=chosen(words.DAY_COUNTS))
    tax_category = forms.ChoiceField(label=gettext_lazy("Kind of tax"), choices=chosen(TAXES))
    tax_percent = forms.DecimalField(
        label=gettext_lazy("Tax in per cent"), min_value=0, max_value=100, max_digits=5, decimal_places=2, initial=Decimal(10),
        help_text=gettext_lazy("Counts where it is taxable."),
    )
    field_order = ("kind", "title_ko", "title_en")


class ChangeForm(forms.Form):
    contract = forms.ChoiceField(label=gettext_lazy("Contract"))
    month_amount = MoneyField(label=gettext_lazy("Amount a month, without tax"), help_text=gettext_lazy("0 ends it."))
    effective_on = day(gettext_lazy("From"), help_text=gettext_lazy("Of a month that is closed already, the next bill has the difference."))


class CreditForm(TitledForm):
    """What vouchers and wallets have in common."""

    first_day = day(gettext_lazy("First day"))
    last_day = day(gettext_lazy("Last day"), required=False, help_text=gettext_lazy("Empty: without an end."))
    card_items = forms.MultipleChoiceField(
        label=gettext_lazy("Only for"), required=False, help_text=gettext_lazy("None chosen: the whole bill."),
        widget=forms.SelectMultiple(attrs={"size": 5}),
    )
    order_of_use = forms.IntegerField(
        label=gettext_lazy("Order of use"), min_value=0, max_value=1000, initial=100, help_text=gettext_lazy("The lower number is used first.")
    )


class VoucherForm(CreditForm):
    granted_as = forms.ChoiceField(label=gettext_lazy("Kind"), choices=chosen(words.VOUCHER_SOURCES))
    percent = forms.DecimalField(label=gettext_lazy("It pays, in per cent"), min_value=0, max_value=100, max_digits=5, decimal_places=2)
    limit = MoneyField(label=gettext_lazy("At most"), required=False, help_text=gettext_lazy("Empty: without a limit."))
    per = forms.ChoiceField(label=gettext_lazy("The limit holds"), choices=chosen(words.VOUCHER_PERIODS), initial="year")
    paid_by = forms.CharField(label=gettext_lazy("Paid by"), max_length=120, required=False, help_text=gettext_lazy("The sponsor or agency."))
    sponsor = forms.ChoiceField(
        label=gettext_lazy("Sponsor in the house"), required=False,
        help_text=gettext_lazy("Its admins see what the voucher takes each month, and nothing of what it was for."),
    )
    field_order = ("granted_as", "title_ko", "title_en", "percent", "limit", "per", "paid_by", "sponsor")


class EndVoucherForm(forms.Form):
    voucher = forms.ChoiceField(label=gettext_lazy("Voucher or subsidy"))
    last_day = day(gettext_lazy("Last day"), help_text=gettext_lazy("It gives nothing for months that begin after it; what it gave stays."))


class TopUpForm(forms.Form):
    wallet = forms.ChoiceField(label=gettext_lazy("Wallet"))
    amount = MoneyField(label=gettext_lazy("Amount"))
    paid_on = day(gettext_lazy("Paid on"))
    bank_reference = forms.CharField(label=gettext_lazy("Reference of the bank"), max_length=90)


class MatchForm(forms.Form):
    """So much of a payment goes to an invoice."""

    payment = forms.ChoiceField(label=gettext_lazy("Payment"))
    invoice = forms.ChoiceField(label=gettext_lazy("Invoice"))
    amount = MoneyField(label=gettext_lazy("Amount"))


class IssuerTermsForm(forms.Form):
    """How an issuer is called and what it asks of its payers."""

    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=120)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=120, required=False)
    pay_to = forms.CharField(
        label=gettext_lazy("Bank account"), max_length=120, required=False, help_text=gettext_lazy("As it is printed on its documents.")
    )
    pay_days = forms.IntegerField(label=gettext_lazy("Days to pay"), min_value=0, max_value=365, initial=14)
    silence_days = forms.IntegerField(
        label=gettext_lazy("Days after which silence is consent"), min_value=0, max_value=365, initial=5,
        help_text=gettext_lazy("0: never by silence."),
    )


class DunningForm(IssuerTermsForm):
    remind_after = forms.IntegerField(label=gettext_lazy("Reminder, days after the due day"), min_value=1, max_value=3650)
    notice_after = forms.IntegerField(label=gettext_lazy("Notice, days after the due day"), min_value=1, max_value=3650)
    warn_after = forms.IntegerField(label=gettext_lazy("Warning, days after the due day"), min_value=1, max_value=3650)
    stop_after = forms.IntegerField(label=gettext_lazy("No new bookings, days after the due day"), min_value=1, max_value=3650)


class IssuerForm(IssuerTermsForm):
    """Somebody who bills: its own numbers, currency and books."""

    code = forms.CharField(
        label=gettext_lazy("Code"), max_length=20, required=False, help_text=gettext_lazy("Begins its numbers, such as JB-2026-000184.")
    )
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=[(c, c) for c in sorted(MINOR_DIGITS)], initial="KRW")
    registration = forms.CharField(label=gettext_lazy("Business registration number"), max_length=30, required=False)
    representative = forms.CharField(label=gettext_lazy("Representative"), max_length=80, required=False)
    business_type = forms.CharField(label=gettext_lazy("Type of business"), max_length=60, required=False)
    business_item = forms.CharField(label=gettext_lazy("Item of business"), max_length=60, required=False)
    postal_address = forms.CharField(label=gettext_lazy("Postal address"), max_length=200, required=False)
    contact = forms.EmailField(label=gettext_lazy("E-mail for bills"), max_length=254, required=False)
    field_order = ("name_ko", "name_en", "code", "currency")


def of_account(code: str, it: agreed.Agreed) -> tuple[Deed, ...]:
    """All that finance can do with one account."""
    keep, today = rules.keep_money(require()), months.today()
    own = [(c.code, f"{c.title} · {c.code}") for c in it.contracts if c.own]
    ending = [(v.code, f"{v.title} · {v.code}") for v in it.vouchers if not v.over]
    wallets = [(w.code, f"{w.title} · {w.code}") for w in it.wallets]
    items = [(item, f"{label} · {item}") for item, label in it.items]
    waiting = [(p.code, f"{p.paid_on:%Y-%m-%d} · {p.reference} · {p.left.amount:,}") for p in it.unmatched]
    open_ = [(i.code, f"{i.code} · {i.due_on:%Y-%m-%d} · {i.left.amount:,}") for i in it.invoices]
    sponsors = [("", "—"), *((o.code, f"{o.name} · {o.code}") for o in organisations.organisations() if keep and o.id != it.organisation)]
    begins = {"first_day": months.first_of(today)}
    return (
        Deed("match", _("Match a payment with an invoice"), _("Match them"), billing.match_payment, MatchForm, keep and bool(waiting and open_),
             "primary", choices={"payment": waiting, "invoice": open_}, currency=it.currency),
        Deed("edit", _("Change the account"), _("Save it"), lambda **s: billing.edit_account(account=code, **s), EditForm, keep,
             initial=it.terms, choices={"rate_card": _cards(it)}),
        Deed("contract", _("Add a monthly contract"), _("Add it"), lambda **s: billing.add_contract(account=code, **s), ContractForm, keep,
             initial=begins, currency=it.currency),
        Deed("change", _("Change or end a contract"), _("Change it"), billing.change_contract, ChangeForm, keep and bool(own),
             choices={"contract": own}, currency=it.currency),
        Deed("voucher", _("Grant a voucher or subsidy"), _("Grant it"), lambda **s: billing.grant_voucher(
                 organisation=it.organisation, issuer=it.issuer, **s
             ), VoucherForm, keep, initial=begins, choices={"card_items": items, "sponsor": sponsors}, currency=it.currency),
        Deed("end_voucher", _("End a voucher or subsidy"), _("End it"), billing.end_voucher, EndVoucherForm, keep and bool(ending), "stop",
             choices={"voucher": ending}),
        Deed("wallet", _("Open a wallet"), _("Open it"), lambda **s: billing.open_wallet(organisation=it.organisation, issuer=it.issuer, **s),
             CreditForm, keep, initial=begins, choices={"card_items": items}),
        Deed("top_up", _("Top up a wallet"), _("Record it"), billing.top_up_wallet, TopUpForm, keep and bool(wallets), initial={"paid_on": today},
             choices={"wallet": wallets}, currency=it.currency),
    )  # fmt: skip


def _cards(of: agreed.Agreed | None = None) -> list[tuple[str, str]]:
    """All cards; of an account everybody's and the payer's own, in the issuer's currency."""
    rows = cards.cards(months.today())
    fits = [c for c in rows if of is None or (c.currency == of.currency and c.organisation in (None, of.organisation))]
    return [(c.code, " · ".join(map(str, (c.title, c.code, *([c.whose] if c.whose else []))))) for c in fits]


def _opened(*, organisation: str, **said: Any) -> None:
    billing.open_account(organisation=organisations.organisation(organisation).id, **said)


def of_accounts() -> tuple[Deed, ...]:
    """A new account; where there is an issuer and a card."""
    keep = rules.keep_money(require())
    issuers, known = [(code, f"{name} · {code}") for code, name in closes.issuers()] if keep else [], _cards() if keep else []
    companies = [(o.code, f"{o.name} · {o.code}") for o in organisations.organisations()] if keep else []
    return (
        Deed("open", _("Open an account"), _("Open it"), _opened, OpenForm, bool(issuers and known),
             choices={"organisation": companies, "issuer": issuers, "rate_card": known}),
    )  # fmt: skip


def of_issuers() -> tuple[Deed, ...]:
    """Another one who bills."""
    return (Deed("add", _("Add an issuer"), _("Add it"), billing.add_issuer, IssuerForm, rules.keep_money(require())),)


def of_issuer(code: str) -> tuple[Deed, ...]:
    """Its names and terms."""
    return (
        Deed("terms", _("Names and terms"), _("Save it"), lambda **s: billing.edit_issuer(issuer=code, **s), DunningForm, rules.keep_money(require()),
             initial=agreed.terms_of(code)),
    )  # fmt: skip
