"""Core as a Django app."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "squaremile.core"
    label = "core"

    def ready(self) -> None:
        from squaremile.core import audit, tasks
        from squaremile.kernel import operation

        operation.on_record(audit.write)
