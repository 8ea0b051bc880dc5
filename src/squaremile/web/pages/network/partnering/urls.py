"""Addresses of partnering events and the calendar of events."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
