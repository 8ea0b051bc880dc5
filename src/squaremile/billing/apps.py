"""Billing as a Django app."""

from django.apps import AppConfig


class BillingConfig(AppConfig):
    name = "squaremile.billing"
    label = "billing"

    def ready(self) -> None:
        from squaremile.billing import gates, handlers, tasks
