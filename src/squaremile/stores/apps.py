"""Stores as a Django app."""

from django.apps import AppConfig


class StoresConfig(AppConfig):
    name = "squaremile.stores"
    label = "stores"

    def ready(self) -> None:
        from squaremile.stores import gates, handlers, tasks
