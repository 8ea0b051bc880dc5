"""Addresses of delegations and visit days."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
