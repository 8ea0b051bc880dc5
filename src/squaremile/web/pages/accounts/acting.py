"""Acting for a company's person: begun with a reason, shown on every page, stopped with one press."""

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.core import operations as core
from squaremile.core import refs, rules
from squaremile.core.reads import people_directory
from squaremile.kernel import clock
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only
from squaremile.web.shell.scope import ACTING_FOR, ACTING_SINCE, ACTING_WHY


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=gettext_lazy("Why do you act for this person?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("At whose request, and for what. The company sees it in its record of activity."),
    )


@require_http_methods(["GET", "POST"])
@only(rules.act_for)
def start(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask for the reason; POST begins."""
    person = people_directory.person(ref)
    form = ReasonForm(request.POST or None)
    refusal = None
    if request.method == "POST" and form.is_valid():
        why = " ".join(form.cleaned_data["reason"].split())
        refusal = tried(lambda: core.act_for(person=refs.read(people_directory.KIND, ref), reason=why))
        if refusal is None:
            request.session[ACTING_FOR], request.session[ACTING_WHY] = str(person.id), why
            request.session[ACTING_SINCE] = clock.now().timestamp()
            said = _("You are now acting for %(name)s, for %(minutes)s minutes at most.")
            return done(request, said % {"name": person.name, "minutes": settings.ACTING_MINUTES}, "/")
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(
        request, "accounts/act_for.html",
        {"person": person, "form": form, "refusal": refusal, "minutes": settings.ACTING_MINUTES}, status=status,
    )


@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    """Back to oneself; harmless where nobody is acting any more."""
    refusal = tried(core.stop_acting, already=(NOT_ALLOWED,))
    if refusal is not None:
        raise refusal
    for key in (ACTING_FOR, ACTING_WHY, ACTING_SINCE):
        request.session.pop(key, None)
    return done(request, _("You are yourself again."), "/")
