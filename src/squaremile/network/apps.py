"""The network as a Django app."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "squaremile.network"
    label = "network"

    def ready(self) -> None:
        # network: finding and needs
        from squaremile.network.handlers import needs
        from squaremile.network.tasks import finding
