"""Addresses of taking over a container."""

from django.urls import path

from squaremile.web.pages.safety.handovers import taking

urlpatterns = [path("take-over/", taking.page, name="safety_take")]
