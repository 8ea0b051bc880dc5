"""Addresses of needs and their matches."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
