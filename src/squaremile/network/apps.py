"""The network as a Django app."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "squaremile.network"
    label = "network"

    def ready(self) -> None:
        # Delegations and visit days.
        from squaremile.network.handlers import visits as handled_visits
        from squaremile.network.tasks import visits as repeated_visits
