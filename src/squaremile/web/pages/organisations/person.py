"""One person, as colleagues and staff see her."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.core import rules
from squaremile.core.reads import people_directory
from squaremile.kernel.scope import require
from squaremile.web.shell.entry import signed_in


@require_GET
@signed_in
def page(request: HttpRequest, ref: str) -> HttpResponse:
    """Names, how to reach her, and the roles that the asker may see."""
    person, asking = people_directory.person(ref), require()
    return render(request, "organisations/person.html", {
        "person": person, "is_me": person.id == asking.actor, "may_give": rules.keep_own_company(asking),
        "may_close": rules.keep_people(asking) and person.active and person.id != asking.actor,
        "may_act": rules.act_for(asking) and person.active and person.roles and not person.staff,
    })
