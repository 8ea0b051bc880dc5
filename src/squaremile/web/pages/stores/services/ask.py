"""A company asks for a service."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.core.reads.organisations import organisations
from squaremile.kernel.scope import require
from squaremile.stores import operations as stores
from squaremile.stores import rules
from squaremile.stores.reads import services
from squaremile.web.pages.stores.deeds import DAY
from squaremile.web.pages.stores.goods.catalogue import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class AskForm(forms.Form):
    """What, how much, and by when."""

    service = forms.ChoiceField(label=gettext_lazy("Service"))
    service_amount = forms.DecimalField(label=gettext_lazy("How much"), min_value=0, max_digits=8, decimal_places=2, initial=1,
                                        help_text=gettext_lazy("In the unit that stands beside the service."))  # fmt: skip
    wanted_on = forms.DateField(label=gettext_lazy("Wanted by the day"), required=False, widget=DAY)
    remark = forms.CharField(label=gettext_lazy("Remark"), max_length=300, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        said = [(s.code, f"{s.name} ({s.unit_said})") for s in services.services()]
        self.fields["service"].choices = said  # type: ignore[attr-defined]
        own = [(o.code, str(o.name)) for o in organisations() if o.id in require().organisations]
        if len(own) > 1:
            self.fields["organisation"] = forms.ChoiceField(label=gettext_lazy("Company"), choices=own)


@require_http_methods(["GET", "POST"])
@only(rules.take)
def page(request: HttpRequest) -> HttpResponse:
    """One request; lab operations are told of it."""
    form, refusal, made = AskForm(request.POST or None, initial={"service": request.GET.get("service", "")}), None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(stores.ask_service(**form.cleaned_data)))
        if refusal is None:
            return done(request, _("Asked for. Lab operations answer, and you are told."), reverse("stores_service_order", args=[made[0].code]))
    return form_page(
        request, form, refusal, _("Ask for a service"), _("Ask for the service"), reverse("stores_services"),
        lead=_("It is billed once it is done, by what was really run, filled or made."),
    )
