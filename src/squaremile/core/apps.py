"""Core as a Django app."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import pre_migrate


class CoreConfig(AppConfig):
    name = "squaremile.core"
    label = "core"

    def ready(self) -> None:
        from squaremile.core import audit, tasks
        from squaremile.kernel import operation

        operation.on_record(audit.write)
        pre_migrate.connect(_in_strides, sender=self)


def _in_strides(**migrating: Any) -> None:
    from squaremile.kernel import strides

    strides.lengthen(**migrating)
