"""Addresses of finding: the search box, glossary, saved searches, lists."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
