"""Acts of the floor plan: places merge, a place splits, and either is taken back before its day."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from squaremile.spaces import operations as spaces
from squaremile.spaces.reads.reshaping import reshapable
from squaremile.spaces.rules import keep_places
from squaremile.web.pages.residency.space import floor
from squaremile.web.pages.residency.space.reshape_forms import MergeForm, SplitForm
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only
from squaremile.web.shell.site import site_of


@require_POST
@only(keep_places)
def merge(request: HttpRequest) -> HttpResponse:
    """Several become one."""
    form = MergeForm(request.POST, parts=reshapable(site_of(request).code), auto_id="merge-%s")
    return sent(request, lambda: spaces.merge_places(**form.cleaned_data), *_then(request), merge_form=form)


@require_POST
@only(keep_places)
def split(request: HttpRequest) -> HttpResponse:
    """One becomes several."""
    form = SplitForm(request.POST, parts=reshapable(site_of(request).code), auto_id="split-%s")
    return sent(request, lambda: spaces.split_place(**form.cleaned_data), *_then(request), split_form=form)


@require_POST
@only(keep_places)
def cancel(request: HttpRequest, code: str) -> HttpResponse:
    """It does not happen."""
    return sent(request, lambda: spaces.cancel_reshape(reshape=code), *_then(request))


def _then(request: HttpRequest) -> tuple[str, Any]:
    return reverse("residency_plan"), lambda **more: floor.shown(request, **more)
