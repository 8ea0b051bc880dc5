"""Having waste collected under a manifest, the signed copy that comes back, and the generators."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.core.reads.organisations import organisations
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import waste
from squaremile.safety.words.waste import REGIMES
from squaremile.web.pages.safety.areas.areas import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class CollectForm(forms.Form):
    """Which containers a carrier takes, under which manifest, for how much."""

    wastes = forms.MultipleChoiceField(label=gettext_lazy("Containers"), widget=forms.CheckboxSelectMultiple)
    manifest = forms.CharField(label=gettext_lazy("Number of the manifest"), max_length=40)
    carrier = forms.CharField(label=gettext_lazy("Carrier"), max_length=120)
    cost_minor = forms.IntegerField(
        label=gettext_lazy("Cost"), min_value=0, max_value=10**12 - 1, initial=0,
        help_text=gettext_lazy("In the smallest unit of its currency: won, cents. Shared out by weight onto the companies' bills."),
    )
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=[(c, c) for c in MINOR_DIGITS], required=False, initial="KRW")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        ready = [row for row in waste.here() if row.state in ("full", "stored")]
        self.fields["wastes"].choices = [(r.code, f"{r.code} · {r.company} · {r.stream_said} · {r.weight_kg} kg") for r in ready]  # type: ignore[attr-defined]


class GeneratorForm(forms.Form):
    """Who is the generator before the law."""

    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=80, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=80, required=False)
    generator_number = forms.CharField(label=gettext_lazy("Number with the authority"), max_length=40, required=False)
    waste_regime = forms.ChoiceField(label=gettext_lazy("Rules that apply"))
    organisation = forms.ChoiceField(
        label=gettext_lazy("Company"), required=False, help_text=gettext_lazy("Empty where the operator is the generator.")
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["waste_regime"].choices = [(r, str(said)) for r, said in REGIMES.items()]  # type: ignore[attr-defined]
        self.fields["organisation"].choices = [("", "—"), *((o.code, str(o.name)) for o in organisations())]  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@only(rules.collect_waste)
def page(request: HttpRequest) -> HttpResponse:
    """A carrier takes it away."""
    form, refusal = CollectForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: safety.collect_waste(**form.cleaned_data | {"currency": form.cleaned_data["currency"] or "KRW"}))
        if refusal is None:
            return done(request, _("The collection is recorded."), reverse("safety_waste"))
    return form_page(request, form, refusal, _("Have waste collected"), _("Record the collection"), reverse("safety_waste"), section="safety_waste")


@require_http_methods(["GET", "POST"])
@only(rules.keep_generators)
def generators(request: HttpRequest) -> HttpResponse:
    """One more generator."""
    form, refusal = GeneratorForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: safety.add_waste_generator(**form.cleaned_data))
        if refusal is None:
            return done(request, _("The generator is registered."), reverse("safety_waste"))
    return form_page(request, form, refusal, _("Register a generator"), _("Register it"), reverse("safety_waste"), section="safety_waste")


@require_POST
@only(rules.collect_waste)
def returned(request: HttpRequest, code: str) -> HttpResponse:
    """The signed copy is back today."""
    safety.return_manifest(waste_pickup=code)
    return done(request, _("Saved."), reverse("safety_waste"))
