"""Residency as a Django app."""

from django.apps import AppConfig


class ResidencyConfig(AppConfig):
    name = "squaremile.residency"
    label = "residency"

    def ready(self) -> None:
        from squaremile.residency import gates, handlers, tasks
