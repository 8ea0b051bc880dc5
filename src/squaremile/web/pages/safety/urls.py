"""Addresses of safety: a table of contents."""

from django.urls import include, path

PARTS = ("agents", "analyses", "areas", "bringing", "counting", "incidents", "inspections", "permits", "rooms", "stock", "waste")
urlpatterns = [path("", include(f"squaremile.web.pages.safety.{part}.urls")) for part in PARTS]
