"""Safety as a Django app."""

from django.apps import AppConfig


class SafetyConfig(AppConfig):
    name = "squaremile.safety"
    label = "safety"

    def ready(self) -> None:
        from squaremile.safety import gates, tasks
