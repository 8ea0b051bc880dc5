"""Addresses of space in residency."""

from django.urls import path

from squaremile.web.pages.residency.space import floor

urlpatterns = [
    path("floor/", floor.page, name="residency_plan"),
]
