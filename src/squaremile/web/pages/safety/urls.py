"""Addresses of safety: a table of contents."""

from django.urls import include, path

PARTS = (
    "agents", "analyses", "areas", "bringing", "counting", "emergency", "handovers", "home", "importing", "incidents",
    "inspections", "permits", "rooms", "stock", "substances", "sureness", "training", "waste",
)
urlpatterns = [path("", include(f"squaremile.web.pages.safety.{part}.urls")) for part in PARTS]
