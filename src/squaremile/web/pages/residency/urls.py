"""Addresses of residency: a table of contents."""

from django.urls import include, path

PARTS = ("company",)
urlpatterns = [path("residency/", include(f"squaremile.web.pages.residency.{part}.urls")) for part in PARTS]
