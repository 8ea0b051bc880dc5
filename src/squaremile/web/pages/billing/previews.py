"""The month as it would be billed: every account, rated and reckoned as the close does it, nothing stored."""

from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from squaremile.billing import rules
from squaremile.billing.reads import closes, preview
from squaremile.web.pages.billing import sections
from squaremile.web.shell.entry import only


class PreviewForm(forms.Form):
    """Whose month."""

    issuer = forms.ChoiceField(label=gettext_lazy("Issuer"))
    month = forms.DateField(label=gettext_lazy("Any day of the month"), widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: object, issuers: list[tuple[str, object]], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.fields["issuer"].choices = [(code, str(name)) for code, name in issuers]  # type: ignore[attr-defined]


@require_GET
@only(rules.see_money)
def page(request: HttpRequest) -> HttpResponse:
    """The form, and the month that was asked for."""
    issuers = closes.issuers()
    asked = bool(request.GET)
    first: date | None = closes.next_month(issuers[0][0]) if issuers else None
    form = PreviewForm(request.GET if asked else None, issuers=issuers, initial={"month": first})  # type: ignore[arg-type]
    found = preview.of(form.cleaned_data["issuer"], form.cleaned_data["month"]) if asked and form.is_valid() else None
    return render(request, "billing/preview.html", {
        "form": form, "preview": found, "any": bool(issuers), "sections": sections.tabs("money_closes"),
    })
