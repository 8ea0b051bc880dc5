"""What maps and squares fetch, and what people take along: sites as columns, GeoJSON and CSV; outlines of regions."""

import csv
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.atlas import rules
from squaremile.atlas.reads import outlines, points, record
from squaremile.atlas.reads.points import CLASSES, STEP, Sites
from squaremile.atlas.words import registry as words
from squaremile.web.pages.atlas.screens.choosing import asked
from squaremile.web.shell.cells import cell
from squaremile.web.shell.entry import only

GEOJSON = "application/geo+json"
ANY = "0"
"""The code in an address that stands for any code (data.ts)."""


@require_GET
@only(rules.look)
def columns(request: HttpRequest) -> HttpResponse:
    """Sites column by column, from south to north; `?exact=1` leaves out those known by their city alone."""
    found = points.sites(asked(request.GET))
    found = found.exact() if request.GET.get("exact") else found
    return JsonResponse({
        "latitude": found.latitude, "longitude": found.longitude, "organisation": found.organisation,
        "precision": found.precision, "box": found.focus, "page": reverse("atlas_organisation", args=[ANY]),
        "panel": reverse("atlas_map_record", args=[ANY]),
        "organisations": [{"code": code, "name": str(name)} for code, name in zip(found.codes, found.names, strict=True)],
    })


@require_GET
@only(rules.look)
def regions(request: HttpRequest) -> HttpResponse:
    """Outlines of the regions near the sites asked for."""
    found = points.sites(asked(request.GET))
    shapes = outlines.shapes(found.frame or found.box)
    features = [_feature(s.outline, {"scheme": s.scheme, "code": s.code, "name_ko": s.name.ko, "name_en": s.name.en}) for s in shapes]
    return JsonResponse({"type": "FeatureCollection", "features": features}, content_type=GEOJSON)


@require_GET
@only(rules.look)
def as_geojson(request: HttpRequest) -> HttpResponse:
    """Sites as GeoJSON points (RFC 7946), each with how exactly it is known."""
    features = [_feature({"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}, row) for row in _rows(asked_for(request))]
    response = JsonResponse({"type": "FeatureCollection", "features": features}, content_type=GEOJSON)
    response["Content-Disposition"] = 'attachment; filename="sites.geojson"'
    return response


@require_GET
@only(rules.look)
def as_csv(request: HttpRequest) -> HttpResponse:
    """The same as a table, in UTF-8 with a mark so that spreadsheets read Korean."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="sites.csv"'
    writer = csv.writer(response)
    writer.writerow([_("Code"), _("Korean name"), _("English name"), _("Address"), _("Latitude"), _("Longitude"), _("Precision")])
    for row in _rows(asked_for(request)):
        names = ("code", "name_ko", "name_en", "address", "latitude", "longitude", "precision")
        writer.writerow([cell(row[name]) for name in names])
    return response


@require_GET
@only(rules.look)
def panel(request: HttpRequest, institution: str) -> HttpResponse:
    """One organisation, for the drawer beside the map."""
    return render(request, "atlas/screens/record.html", {"record": record.record(institution)})


def asked_for(request: HttpRequest) -> Sites:
    return points.sites(asked(request.GET))


def _rows(found: Sites) -> list[dict[str, Any]]:
    return [
        {
            "code": found.codes[who], "name_ko": found.names[who].ko, "name_en": found.names[who].en,
            "address": str(found.address[n]), "latitude": found.latitude[n] / STEP, "longitude": found.longitude[n] / STEP,
            "precision": str(words.PRECISIONS[CLASSES[found.precision[n]]]),
        }
        for n, who in enumerate(found.organisation)
    ]  # fmt: skip


def _feature(geometry: dict[str, Any], properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}
