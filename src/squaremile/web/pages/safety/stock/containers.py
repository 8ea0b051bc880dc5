"""The inventory: what stands here, receiving a container, registering a substance, and how full the areas are."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.core.reads.organisations import organisations
from squaremile.kernel.ids import uuid7
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import containers, labels, rooms, unclassified
from squaremile.safety.reads import head_room as fullness
from squaremile.safety.words import stock as words
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.agents.forms import choose
from squaremile.web.pages.safety.areas.areas import form_page
from squaremile.web.pages.safety.bringing.suggesting import typed
from squaremile.web.pages.safety.stock.placing import cabinet_choices, room_choices
from squaremile.web.pages.safety.stock.sending import sent_once
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

DAY = forms.DateInput(attrs={"type": "date"})
OWNER = gettext_lazy("Company")


class _Owned(forms.Form):
    """Staff say whose it is; a person of one company need not."""

    organisation = forms.ChoiceField(label=OWNER, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if rules.see_everyone(require()):
            self.fields["organisation"].choices = [("", "—"), *((o.code, str(o.name)) for o in organisations())]  # type: ignore[attr-defined]
        else:
            del self.fields["organisation"]


class ReceiveForm(_Owned):
    """A container that comes in."""

    substance = forms.CharField(
        label=gettext_lazy("Substance"), max_length=160, help_text=gettext_lazy("Its CAS number, code or name, or the label of a container of it."),
        widget=typed(),
    )
    how_much = forms.CharField(label=gettext_lazy("Amount with its unit"), max_length=40, help_text=gettext_lazy("Such as 20 L or 500 g."))
    place = forms.ChoiceField(label=gettext_lazy("Room"))
    cabinet = forms.ChoiceField(label=gettext_lazy("Cabinet"), required=False)
    condition = forms.ChoiceField(label=gettext_lazy("How it is kept"), choices=[(c, c) for c in words.CONDITIONS])
    lot = forms.CharField(label=gettext_lazy("Lot number"), max_length=60, required=False)
    good_until = forms.DateField(label=gettext_lazy("Good until"), required=False, widget=DAY)
    bringing = forms.CharField(label=gettext_lazy("Code of the approved question"), max_length=20, required=False)
    form_token = forms.CharField(widget=forms.HiddenInput, max_length=60, required=False, initial=lambda: uuid7().hex)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "condition", [(c, str(said)) for c, said in words.CONDITIONS.items()])
        choose(self, "place", room_choices())
        choose(self, "cabinet", cabinet_choices())


class SubstanceForm(_Owned):
    """A substance; figures left blank are looked up, and what nobody knows stays blank."""

    mixture = forms.BooleanField(
        label=gettext_lazy("It is a mixture"), required=False,
        help_text=gettext_lazy("A mixture has no CAS number, and nothing is looked up for it. Its components are entered next."),
    )
    cas = forms.CharField(label=gettext_lazy("CAS number"), max_length=12, required=False)
    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=160, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=160, required=False)
    phase = forms.ChoiceField(label=gettext_lazy("Phase"))
    flash_c = forms.DecimalField(label=gettext_lazy("Flash point (°C)"), required=False)
    boil_c = forms.DecimalField(label=gettext_lazy("Boiling point (°C)"), required=False)
    figures_from = forms.CharField(label=gettext_lazy("Where these were read"), max_length=60, required=False)
    sheet_url = forms.CharField(label=gettext_lazy("Address of the safety data sheet"), max_length=300, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["phase"].choices = [(p, str(said)) for p, said in words.PHASES.items()]  # type: ignore[attr-defined]


class Filters(forms.Form):
    """What of the inventory is shown."""

    which = forms.ChoiceField(label=gettext_lazy("Show"), required=False)
    company = forms.ChoiceField(label=OWNER, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "which", [
            ("", str(_("Everything"))), ("expiring", str(_("Ends within 30 days"))), ("expired", str(_("Past its day"))),
            ("opened", str(words.STATES["opened"])), ("unclassified", str(_("Unclassified"))),
        ])
        if rules.see_everyone(require()):
            choose(self, "company", [("", str(_("Every company"))), *((o.code, str(o.name)) for o in organisations())])
        else:
            del self.fields["company"]


@require_GET
@only(rules.see_stock)
def page(request: HttpRequest) -> HttpResponse:
    """What stands here: a company's own; everybody's for those who answer for safety."""
    asked, everyone = request.GET, rules.see_everyone(require())
    company = asked.get("company", "") if everyone else ""
    blank = unclassified.everywhere()
    rows = containers.here(
        asked=asked.get("q", ""), company=company, which=asked.get("which", ""), place=asked.get("place", ""),
    )
    without = unclassified.codes(blank)
    if asked.get("which") == "unclassified":
        rows = [row for row in rows if row.code in without]
    pictures = labels.pictograms({row.substance for row in rows})
    return render(request, "safety/containers.html", {
        "rows": [(row, pictures.get(row.substance, ()), row.code in without) for row in rows], "asked": bool(asked),
        "filters": Filters(asked or None), "places": rooms.tree(company=company), "place": asked.get("place", ""), "company": company,
        "blank": blank if not company else [], "blank_n": unclassified.count(blank), "may_keep": rules.keep_stock(require()), "everyone": everyone,
        "sections": sections.tabs("safety_containers"),
    })


ASKED = ("substance", "how_much", "place", "condition", "bringing")
"""What an answered question fills in."""


@never_cache
@require_http_methods(["GET", "POST"])
@only(rules.keep_stock)
def receive(request: HttpRequest) -> HttpResponse:
    """A container comes in, if the limits allow."""
    form = ReceiveForm(request.POST or None, initial={name: request.GET[name] for name in ASKED if name in request.GET})
    refusal, made = None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(safety.receive_container(**form.cleaned_data)))
        if refusal is None:
            return done(request, sent_once(made, _("The container is received.")), reverse("safety_container", args=[made[0].code]))
    back = reverse("safety_containers")
    return form_page(request, form, refusal, _("Receive a container"), _("Receive it"), back, section="safety_containers")


@require_http_methods(["GET", "POST"])
@only(rules.keep_stock)
def register(request: HttpRequest) -> HttpResponse:
    """A substance for the register."""
    form = SubstanceForm(request.POST or None, initial={"cas": request.GET.get("cas", "")})
    refusal, made = None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(safety.add_substance(**form.cleaned_data)))
        if refusal is None:
            to = reverse("safety_enter_components", args=[made[0].code]) if made[0].mixture else reverse("safety_receive")
            return done(request, _("The substance is registered."), to)
    return form_page(
        request, form, refusal, _("Register a substance"), _("Register it"), reverse("safety_containers"),
        lead=_("Leave blank what is not known: figures are looked up by the CAS number, and none is made up."),
        section="safety_containers",
    )


@require_GET
@only(rules.see_everyone)
def head_room(request: HttpRequest) -> HttpResponse:
    """How full each control area is, class by class."""
    blank = unclassified.everywhere()
    return render(request, "safety/head_room.html", {
        "rows": [
            (row, its, unclassified.count(its))
            for row in fullness.building() for its in [[each for each in blank if each.area == row.area.code]]
        ],
        "sections": sections.tabs("safety_head_room"),
    })
