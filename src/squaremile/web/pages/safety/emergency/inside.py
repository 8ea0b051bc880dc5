"""Who is inside: on a phone at the door one says that one comes or goes; the desk does it by badge and for visitors."""

from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import entries, house
from squaremile.safety.words.emergency import WAYS
from squaremile.web.pages.safety import sections
from squaremile.web.shell.acts import done, sent, tried
from squaremile.web.shell.entry import only


class DeskForm(forms.Form):
    """Somebody by her badge, or a visitor by name."""

    place = forms.ChoiceField(label=gettext_lazy("Building"))
    entry_way = forms.ChoiceField(label=gettext_lazy("Comes or goes"))
    badge = forms.CharField(label=gettext_lazy("Number of the badge"), max_length=40, required=False)
    visitor = forms.CharField(label=gettext_lazy("Or the name of a visitor"), max_length=80, required=False)

    def __init__(self, *args: Any, desk: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        fields: dict[str, Any] = self.fields
        fields["place"].choices = _buildings()
        fields["entry_way"].choices = [(way, str(said)) for way, said in WAYS.items()]
        if not desk:
            del fields["badge"]
            fields["visitor"].label = _("Name of the visitor")
            fields["visitor"].required = True


@require_http_methods(["GET", "POST"])
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """Oneself, in or out, by one button; who of those one may know is inside; and the newest lines."""
    if request.method == "POST":
        way, place, whose = (request.POST.get(name, "") for name in ("entry_way", "place", "organisation"))
        refusal = tried(lambda: safety.record_entry(place=place, entry_way=way, organisation=whose))
        if refusal is None:
            return done(request, _("You are inside.") if way == "in" else _("You have left."), reverse("safety_inside"))
        return _page(request, refusal.status, refusal=refusal)
    return _page(request)


@require_POST
@only(rules.enter)
def desk(request: HttpRequest) -> HttpResponse:
    """A visitor; for the desk anybody by her badge."""
    form = DeskForm(request.POST, desk=rules.keep_entries(require()))
    return sent(request, lambda: safety.record_entry(**form.cleaned_data), reverse("safety_inside"), partial(_page, request), desk_form=form)


def _buildings() -> list[tuple[str, str]]:
    return list({room.building: str(room.building_name) for room in house.rooms() if room.building}.items())


def _page(request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
    asking, buildings = require(), _buildings()
    asked, desk = request.GET.get("at", ""), rules.keep_entries(asking)
    if asked and asked in dict(buildings):
        buildings = [(code, name) for code, name in buildings if code == asked]
    return render(request, "safety/emergency/inside.html", {
        "people": entries.inside(), "lines": entries.lately(), "mine": entries.mine(), "buildings": buildings,
        "may_enter": rules.enter(asking), "desk": desk, "everyone": rules.see_everyone(asking),
        "desk_form": DeskForm(desk=desk) if rules.enter(asking) else None, "sections": sections.tabs("safety_inside"), **more,
    }, status=status)
