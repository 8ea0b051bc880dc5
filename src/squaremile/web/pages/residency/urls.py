"""Addresses of residency: a table of contents."""

from django.urls import include, path

from squaremile.web.pages.residency.outcomes import survey

PARTS = ("company", "outcomes", "forecast")
urlpatterns = [
    *(path("residency/", include(f"squaremile.web.pages.residency.{part}.urls")) for part in PARTS),
    path("door/surveys/<str:code>/", survey.door, name="door_survey"),
]
