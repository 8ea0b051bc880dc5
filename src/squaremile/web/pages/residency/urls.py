"""Addresses of residency: a table of contents."""

from django.urls import include, path

PARTS = (
    "company",
    "desk",
    "leads",
    "life",
    "people",
    "exits",
    "sponsors",
    "forecast",
    "outcomes",
    "review",
)
DOORS = (
    "applying.urls",
    "public.urls",
    "life.door_urls",
    "sponsors.door_urls",
    "outcomes.doors",
    "review.door_urls",
)
"""Addresses that do not begin with /residency/: the public site, and pages behind a key."""
urlpatterns = [
    *(path("residency/", include(f"squaremile.web.pages.residency.{part}.urls")) for part in PARTS),
    *(path("", include(f"squaremile.web.pages.residency.{part}")) for part in DOORS),
]
