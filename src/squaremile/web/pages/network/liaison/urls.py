"""Addresses of liaison work: membership, interactions, promises, introductions, incentives."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
