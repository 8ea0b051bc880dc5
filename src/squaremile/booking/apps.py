"""Booking as a Django app."""

from django.apps import AppConfig


class BookingConfig(AppConfig):
    name = "squaremile.booking"
    label = "booking"

    def ready(self) -> None:
        from squaremile.booking import gates, handlers, tasks
