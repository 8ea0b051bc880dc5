"""Addresses of the stores: a table of contents."""

from django.urls import include, path

PARTS = ("goods", "minibar", "charges", "orders", "recalls", "parcels", "cylinders", "services", "sterilisers")
urlpatterns = [path("", include(f"squaremile.web.pages.stores.{part}.urls")) for part in PARTS]
