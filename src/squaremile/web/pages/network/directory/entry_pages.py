"""The pages of the directory's entries: a person, an organisation, a lab, a technology, a project, a publication."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.reads import body, writings
from squaremile.network.reads.expert import expert as read_expert
from squaremile.web.pages.network import sections
from squaremile.web.shell.entry import only

LANGUAGES = {"ko": "한국어", "en": "English", "ja": "日本語", "zh": "中文", "de": "Deutsch", "fr": "Français", "es": "Español"}


def _shown(request: HttpRequest, template: str, kind: str, label: str, name: object, **context: Any) -> HttpResponse:
    up = reverse("network_directory")
    return render(request, f"network/directory/{template}.html", {
        "sections": sections.tabs("network_directory"), "keeps": rules.keep_directory(require()),
        "crumbs": [(_("Directory"), up), (label, f"{up}?kind={kind}"), (str(name), "")], **context,
    })


@require_GET
@only(rules.look)
def person(request: HttpRequest, expert: str) -> HttpResponse:
    """Names side by side, what she is known for and by what, with whom she works, and how she may be reached."""
    page = read_expert(expert)
    return _shown(request, "expert", "people", _("People"), page.name, page=page,
                  speaks=", ".join(LANGUAGES.get(each, each) for each in page.speaks),
                  may_claim=rules.be_listed(require()) and not page.claimed and not page.merged_into)


@require_GET
@only(rules.look)
def partner(request: HttpRequest, partner: str) -> HttpResponse:
    """Its people, labs, technologies, projects and publications."""
    page = body.partner(partner)
    return _shown(request, "body", "organisations", _("Organisations"), page.name, page=page, noun="partner",
                  edit=reverse("network_partner_edit", args=[page.code]))


@require_GET
@only(rules.look)
def lab(request: HttpRequest, lab: str) -> HttpResponse:
    """The same of a lab."""
    page = body.lab(lab)
    return _shown(request, "body", "labs", _("Labs"), page.name, page=page, noun="lab",
                  edit=reverse("network_lab_edit", args=[page.code]))


@require_GET
@only(rules.look)
def technology(request: HttpRequest, technology: str) -> HttpResponse:
    """The four facts that a reader in industry asks for, in both languages."""
    page = writings.technology(technology)
    return _shown(request, "technology", "technologies", _("Technologies"), page.name, page=page)


@require_GET
@only(rules.look)
def project(request: HttpRequest, research_project: str) -> HttpResponse:
    """A research project and who works on it."""
    page = writings.research_project(research_project)
    return _shown(request, "project", "projects", _("Research projects"), page.title, page=page)


@require_GET
@only(rules.look)
def publication(request: HttpRequest, publication: str) -> HttpResponse:
    """Title and abstract in the languages it has, its authors, and the concepts it speaks of."""
    page = writings.publication(publication)
    return _shown(request, "publication", "publications", _("Publications"), page.row.title, page=page)


PAGES: dict[str, Callable[..., HttpResponse]] = {
    "person": person, "partner": partner, "lab": lab, "technology": technology, "project": project,
    "publication": publication,
}  # fmt: skip
