"""The map of head-room: each floor with its rooms coloured by how much of one class's limit is used; the same as a table."""

from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.reads import head_room_map as reads
from squaremile.spaces.reads.inside import inside
from squaremile.web.pages.safety import sections
from squaremile.web.pages.spaces.drawing import Drawing, draw
from squaremile.web.shell.entry import only
from squaremile.web.shell.site import looked_at

STEPS = 5


class ChooseForm(forms.Form):
    """Which class."""

    hazard = forms.ChoiceField(label=gettext_lazy("Class"), required=False)

    def __init__(self, *args: Any, choices: list[reads.Choice], **more: Any) -> None:
        super().__init__(*args, **more)
        packs: dict[str, list[tuple[str, str]]] = {}
        for each in choices:
            packs.setdefault(each.pack, []).append((each.key, str(each.label)))
        self.fields["hazard"].choices = list(packs.items())  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Level:
    """One floor with its drawing; none where nothing on it has an outline."""

    name: Any
    drawing: Drawing


@require_GET
@only(rules.see_stock)
def page(request: HttpRequest) -> HttpResponse:
    """One class, on every floor of the site."""
    choices, site, everyone = reads.choices(), looked_at(request), rules.see_everyone(require())
    asked = request.GET.get("hazard", "")
    chosen = next((each for each in choices if each.key == asked), choices[0] if choices else None)
    shares = reads.by_class(chosen) if chosen else []
    by_room = {room.code: share for share in shares for room in share.area.rooms}
    return render(request, "safety/emergency/map.html", {
        "form": ChooseForm(choices=choices, initial={"hazard": chosen.key if chosen else ""}), "chosen": chosen, "shares": shares,
        "everyone": everyone, "levels": _levels(site.code, site.zone, by_room) if site and chosen else [],
        "steps": [(n, _said_of(n, everyone=everyone)) for n in range(STEPS)], "sections": sections.tabs("safety_head_room_map"),
    })


def _levels(site: str, zone: Any, by_room: dict[str, reads.AreaShare]) -> list[Level]:
    spots = inside(site)
    made = []
    for floor in sorted((s for s in spots if s.kind == "floor"), key=lambda s: (-(s.level or 0), s.code)):
        drawn = draw([floor, *(s for s in spots if s.floor == floor.code and s.kind in ("room", "suite", "control_area"))], zone)
        if drawn is None:
            continue
        shapes = tuple(
            replace(shape, look=f"share-{share.step}", says=f"{_name(shape)}: {share.area.name}, {said(share)}")
            if (share := by_room.get(shape.code)) is not None and share.step is not None else replace(shape, look="", says=_name(shape))
            for shape in drawn.shapes
        )
        made.append(Level(floor.name, replace(drawn, shapes=shapes)))
    return made


def _name(shape: Any) -> str:
    return " ".join(line.text for line in shape.lines if line.kind == "name") or shape.code


def said(share: reads.AreaShare) -> str:
    """How it stands, in words."""
    if share.percent is not None:
        return _("%(percent)s%% used") % {"percent": share.percent}
    if share.fifths is not None:
        return _("at least %(n)s fifths free") % {"n": share.fifths} if share.fifths else _("little or nothing free")
    return _("no limit here")


def _said_of(step: int, *, everyone: bool) -> str:
    if not everyone:
        free = STEPS - 1 - step
        return _("at least %(n)s fifths free") % {"n": free} if free else _("little or nothing free")
    return (_("up to 25%"), _("up to 50%"), _("up to 80%"), _("up to 100%"), _("over the limit"))[step]
