"""My notices: what happened that concerns me, the newest first."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from squaremile.core import operations as core
from squaremile.core import refs
from squaremile.core.reads import me
from squaremile.web.shell.acts import done
from squaremile.web.shell.entry import signed_in

PER_PAGE = 25


@require_GET
@signed_in
def page(request: HttpRequest) -> HttpResponse:
    """The list; opening it marks nothing, so that a glance loses nothing."""
    shown = Paginator(me.notices(), PER_PAGE).get_page(request.GET.get("page"))
    rows = me.notice_rows(shown.object_list)
    return render(request, "accounts/notices.html", {
        "page": shown, "rows": rows, "unread": any(not row.read for row in rows),
    })


@require_POST
@signed_in
def read(request: HttpRequest) -> HttpResponse:
    """Mark the named ones, or all, as read."""
    named = [refs.read(me.NOTICE, each) for each in request.POST.getlist("notice")]
    core.mark_notices_read(notices=named or None)
    return done(request, _("Marked as read."), reverse("notices"))
