"""Addresses of safety: a table of contents."""

from django.urls import include, path

PARTS = ("home", "areas", "bringing", "stock", "training", "sureness")
urlpatterns = [path("", include(f"squaremile.web.pages.safety.{part}.urls")) for part in PARTS]
