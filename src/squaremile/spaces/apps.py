"""Spaces as a Django app."""

from django.apps import AppConfig


class SpacesConfig(AppConfig):
    name = "squaremile.spaces"
    label = "spaces"
