"""Addresses of agreements, commitments and KPIs."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
