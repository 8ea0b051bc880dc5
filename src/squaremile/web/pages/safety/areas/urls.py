"""Addresses of control areas."""

from django.urls import path

from squaremile.web.pages.safety.areas import areas

urlpatterns = [
    path("areas/", areas.page, name="safety_areas"),
    path("areas/declare/", areas.declare, name="safety_declare_area"),
]
