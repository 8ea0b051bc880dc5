"""Taking over a container by the number that its giver hands over: what it is, and where it will stand."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.core.reads.organisations import organisations
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.policies.labels import key_on
from squaremile.safety.reads import handovers
from squaremile.safety.words import handovers as words
from squaremile.safety.words import stock as stock_words
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.agents.forms import choose
from squaremile.web.pages.safety.stock.placing import cabinet_choices, room_choices
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class TakeForm(forms.Form):
    """Where it will stand, and how it is kept."""

    handover_key = forms.CharField(widget=forms.HiddenInput, max_length=200)
    organisation = forms.ChoiceField(label=gettext_lazy("Company"), required=False)
    place = forms.ChoiceField(label=gettext_lazy("Room"))
    cabinet = forms.ChoiceField(label=gettext_lazy("Cabinet"), required=False)
    condition = forms.ChoiceField(label=gettext_lazy("How it is kept"))
    bringing = forms.CharField(label=gettext_lazy("Code of the approved question"), max_length=20, required=False)

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        choose(self, "place", room_choices())
        choose(self, "cabinet", cabinet_choices())
        choose(self, "condition", [(c, str(said)) for c, said in stock_words.CONDITIONS.items()])
        if rules.see_everyone(require()):
            choose(self, "organisation", [("", "—"), *((o.code, str(o.name)) for o in organisations())])
        else:
            del self.fields["organisation"]


@require_http_methods(["GET", "POST"])
@only(rules.keep_stock)
def page(request: HttpRequest) -> HttpResponse:
    """The number first; then what it stands for, and where it goes."""
    key = request.POST.get("handover_key") or request.GET.get("key", "")
    offer = handovers.by_key(key) if key else None
    form = TakeForm(request.POST or None, initial={"handover_key": key_on(key)}) if offer else None
    refusal, made = None, []
    if form is not None and request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(safety.take_container(**form.cleaned_data)))
        if refusal is None:
            return done(request, _("The container is taken over."), reverse("safety_container", args=[made[0].code]))
    missing = bool(key) and offer is None
    status = refusal.status if refusal else 404 if missing else 422 if form is not None and form.errors else 200
    return render(request, "safety/take.html", {
        "key": key, "offer": offer, "form": form, "refusal": refusal, "missing": words.HANDOVER_UNKNOWN if missing else "",
        "sections": sections.tabs("safety_containers"),
    }, status=status)
