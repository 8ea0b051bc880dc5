"""Addresses of the network: a table of contents."""

from django.urls import include, path

PARTS = ("finding", "directory", "needs", "liaison", "visits", "partnering", "agreements")
urlpatterns = [path("network/", include(f"squaremile.web.pages.network.{part}.urls")) for part in PARTS]
