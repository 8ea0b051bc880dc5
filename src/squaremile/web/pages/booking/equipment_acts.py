"""What is done beside an instrument's entry: manuals in and out, its photo, what is taken along."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from squaremile.booking import operations as booking
from squaremile.booking import rules, words
from squaremile.core import operations as core
from squaremile.core import refs
from squaremile.kernel.errors import SquaremileError
from squaremile.web.pages.booking.equipment_form import ManualForm, PhotoForm
from squaremile.web.pages.booking.equipment_page import MANUAL, Failed, again
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


def _answer(
    request: HttpRequest, code: str, act: str, refusal: SquaremileError | None, said: str, form: forms.Form | None = None
) -> HttpResponse:
    if refusal:
        return again(request, code, Failed(act, form, refusal))
    return done(request, said, f"{reverse('equipment_edit', args=[code])}#{act}")


def _stored(upload: UploadedFile, then: Callable[[Any], Any]) -> None:
    """Keep the file for the whole cluster and hang it on the instrument: both or neither."""
    with transaction.atomic():
        then(core.store_file(name=upload.name or "", content=upload.read()).id)


@require_POST
@only(rules.keep_catalogue)
def add_manual(request: HttpRequest, code: str) -> HttpResponse:
    """A file or a web address."""
    form = ManualForm(request.POST, request.FILES)
    if not form.is_valid():
        return again(request, code, Failed("manual", form))
    said = form.cleaned_data
    named = {"equipment": code, "title_ko": said["title_ko"], "title_en": said["title_en"]}
    refusal = tried(
        lambda: _stored(said["file"], lambda key: booking.add_manual(**named, file=key))
        if said["file"] else booking.add_manual(**named, url=said["url"])
    )
    return _answer(request, code, "manual", refusal, _("The manual was added."), form)


@require_POST
@only(rules.keep_catalogue)
def remove_manual(request: HttpRequest, code: str, manual: str) -> HttpResponse:
    """Off the page."""
    key = refs.read(MANUAL, manual)
    refusal = tried(lambda: booking.remove_manual(manual=key))
    return _answer(request, code, "manual", refusal, _("The manual was taken off the page."))


@require_POST
@only(rules.keep_catalogue)
def photo(request: HttpRequest, code: str) -> HttpResponse:
    """Another photo, or none."""
    if "without" in request.POST:
        refusal = tried(lambda: booking.edit_equipment(equipment=code, without_photo=True))
        return _answer(request, code, "photo", refusal, _("The photo was taken off."))
    form = PhotoForm(request.POST, request.FILES)
    if not form.is_valid():
        return again(request, code, Failed("photo", form))
    upload = cast(UploadedFile, form.cleaned_data["file"])
    refusal = tried(lambda: _stored(upload, lambda key: booking.edit_equipment(equipment=code, photo=key)))
    return _answer(request, code, "photo", refusal, _("The photo was changed."), form)


@require_POST
@only(rules.keep_catalogue)
def link(request: HttpRequest, code: str) -> HttpResponse:
    """From now on another instrument is taken along."""
    refusal = tried(
        lambda: booking.link(equipment=code, needs=request.POST.get("needs", "")), already=(words.LINK_EXISTS,)
    )
    return _answer(request, code, "link", refusal, _("Linked: booking it also takes the other."))


@require_POST
@only(rules.keep_catalogue)
def unlink(request: HttpRequest, code: str, needs: str) -> HttpResponse:
    """From now on the other stays free."""
    refusal = tried(lambda: booking.unlink(equipment=code, needs=needs))
    return _answer(request, code, "link", refusal, _("Unlinked. Bookings already made keep both."))
