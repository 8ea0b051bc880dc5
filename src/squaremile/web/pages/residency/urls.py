"""Addresses of residency: a table of contents."""

from django.urls import include, path

PARTS = (
    "company",
    "desk",
    "leads",
    "licences",
    "life",
    "people",
    "exits",
    "sponsors",
    "forecast",
    "outcomes",
    "review",
    "space",
)
DOORS = (
    "applying.urls",
    "public.urls",
    "life.door_urls",
    "sponsors.door_urls",
    "outcomes.doors",
    "review.door_urls",
)
"""Addresses beyond /residency/: the public site, pages behind a key, and what has both kinds."""
urlpatterns = [
    *(path("residency/", include(f"squaremile.web.pages.residency.{part}.urls")) for part in PARTS),
    *(path("", include(f"squaremile.web.pages.residency.{part}")) for part in DOORS),
]
