"""One person's training: how she stands in every course, and her records, which a trainer may revoke."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from squaremile.core.reads import people_directory
from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Forbidden, Missing
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import hours, records, training
from squaremile.safety.reads.areas import today
from squaremile.web.pages.safety.training import parts
from squaremile.web.pages.safety.training.matrix import look
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def page(request: HttpRequest, ref: str) -> HttpResponse:
    """For herself, her company's admins, and those who look after training."""
    who = people_directory.person(ref)
    if who.id != require().actor and not look(require()):
        raise Missing(NOT_FOUND)
    refusal = None
    if request.method == "POST":
        if not rules.train(require()):
            raise Forbidden(NOT_ALLOWED)
        said = request.POST
        refusal = tried(lambda: safety.revoke_training(training_record=said.get("record", ""), reason=said.get("reason", "")))
        if refusal is None:
            return done(request, _("The record counts no more."), reverse("training_person", args=[ref]))
    return render(request, "safety/training/person.html", parts.page(
        "training_matrix", person=who, rows=training.of_person(who.id, today()), records=records.records(who.id),
        may_train=rules.train(require()), hours=hours.of_person(who.id, today()), refusal=refusal,
    ), status=refusal.status if refusal else 200)  # fmt: skip
