"""Addresses of safety: a table of contents."""

from django.urls import include, path

PARTS = (
    "agents", "analyses", "areas", "bringing", "counting", "home", "incidents", "inspections", "permits",
    "handovers", "importing", "rooms", "stock", "substances", "sureness", "training", "waste",
)
urlpatterns = [path("", include(f"squaremile.web.pages.safety.{part}.urls")) for part in PARTS]
