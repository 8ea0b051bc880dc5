"""Keeping the tree of places: add one, edit it, close it, reopen it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.spaces import operations as spaces
from squaremile.spaces import rules, words
from squaremile.spaces.reads import keeping
from squaremile.web.pages.spaces.place_form import PlaceForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

NOT_OF_SITES = ("level", "outline", "area_m2", "rentable", "position")


@require_http_methods(["GET", "POST"])
@only(rules.keep_places)
def add(request: HttpRequest) -> HttpResponse:
    """A new place inside `parent`; without one, a new site."""
    parent = request.GET.get("parent", "")
    around = keeping.record(parent) if parent else {}
    kinds = keeping.kinds_in(around.get("kind", ""))
    leave = ["time_zone"] if parent else list(NOT_OF_SITES)
    if "floor" not in dict(kinds):
        leave.append("level")
    made: list[str] = []

    def call(said: dict[str, Any]) -> None:
        made.append(spaces.add_place(parent=parent, **said).code)

    return _form_page(
        request, lambda data: PlaceForm(data, kinds=kinds, leave=tuple(dict.fromkeys(leave))), call,
        lambda: (_("The place was added."), reverse("place", args=made)), {"around": around},
    )


@require_http_methods(["GET", "POST"])
@only(rules.keep_places)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """What there is to change of one; and to close it."""
    record = keeping.record(code)

    def call(said: dict[str, Any]) -> None:
        spaces.edit_place(
            place=code, without_outline="outline" in said and said["outline"] is None,
            without_area="area_m2" in said and said["area_m2"] is None, **said,
        )

    return _form_page(
        request, lambda data: _edit_form(data, record), call,
        lambda: (_("Saved."), reverse("place", args=[code])), {"place": record},
    )


def _edit_form(data: Any, record: dict[str, Any]) -> PlaceForm:
    """Fields that its kind does not have are left out."""
    of_kind = {"site": NOT_OF_SITES, "floor": ()}.get(record["kind"], ("level",))
    return PlaceForm(data, initial=record, leave=("kind", "code", "time_zone", *of_kind))


def _form_page(
    request: HttpRequest, form_of: Callable[[Any], PlaceForm], call: Callable[[dict[str, Any]], None],
    then: Callable[[], tuple[str, str]], context: dict[str, Any],
) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form, refusal = form_of(data), None
    if data is not None and form.is_valid():
        refusal = tried(lambda: call(form.cleaned_data))
        if refusal is None:
            return done(request, *then())
    status = refusal.status if refusal else 200 if data is None else 422
    return render(request, "spaces/place_form.html", {"form": form, "refusal": refusal, **context}, status=status)


@require_POST
@only(rules.keep_places)
def close(request: HttpRequest, code: str) -> HttpResponse:
    """Out of use; the toast takes it back."""
    record = keeping.record(code)
    refusal = tried(lambda: spaces.close_place(place=code), already=(words.CLOSED,))
    if refusal:
        context = {"form": _edit_form(None, record), "place": record, "refusal": refusal, "closing": True}
        return render(request, "spaces/place_form.html", context, status=refusal.status)
    to = reverse("place", args=[record["parent"]]) if record["parent"] else reverse("space")
    return done(request, _("The place was closed."), to, undo=reverse("place_reopen", args=[code]))


@require_POST
@only(rules.keep_places)
def reopen(request: HttpRequest, code: str) -> HttpResponse:
    """Into use again."""
    refusal = tried(lambda: spaces.reopen_place(place=code), already=(words.OPEN,))
    if refusal:
        raise refusal
    return done(request, _("The place is open again."), reverse("place", args=[code]))
