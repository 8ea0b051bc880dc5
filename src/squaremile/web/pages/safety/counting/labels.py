"""A container found by its label, and sheets of labels to print."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from squaremile.kernel.errors import Missing
from squaremile.safety import rules
from squaremile.safety.policies.labels import code_on
from squaremile.safety.reads import containers, label_sheets
from squaremile.web.pages.safety import sections
from squaremile.web.shell.entry import only
from squaremile.web.shell.papers import language_asked, pdf


@require_GET
@only(rules.see_stock)
def scan(request: HttpRequest) -> HttpResponse:
    """The camera and a field; a label that is known leads to its container."""
    label = request.GET.get("label", "")
    code, refusal = code_on(label), None
    if code:
        try:
            containers.container(code)
            return redirect("safety_container", code=code)
        except Missing as missing:
            refusal = missing
    return render(request, "safety/scan.html", {
        "label": label, "refusal": refusal, "sections": sections.tabs("safety_scan"),
    }, status=404 if refusal else 200)  # fmt: skip


@require_GET
@only(rules.see_stock)
def sheet(request: HttpRequest) -> HttpResponse:
    """Labels of one container (`code`), of what was split off one (`parts`), of a room, or of what was searched for."""
    asked = request.GET
    rows = containers.here(asked=asked.get("q", ""), room=asked.get("room", ""))
    if asked.get("code"):
        rows = [containers.container(asked["code"])[0]]
    if asked.get("parts"):
        rows = [row for row in containers.parts(asked["parts"]) if row.here]
    address = settings.PUBLIC_URL + reverse("safety_container", args=["CODE"]).replace("CODE", "{code}")
    return pdf("labels.pdf", label_sheets.pdf(rows, address=address, language=language_asked(request)))
