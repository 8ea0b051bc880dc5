"""Addresses of the directory: organisations, labs, people, technologies, publications."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
