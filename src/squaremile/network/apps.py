"""The network as a Django app."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "squaremile.network"
    label = "network"

    def ready(self) -> None:
        from squaremile.network.handlers import liaison as _liaison_handlers
        from squaremile.network.tasks import liaison as _liaison_tasks
