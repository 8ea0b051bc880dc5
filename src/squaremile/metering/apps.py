"""Metering as a Django app."""

from django.apps import AppConfig


class MeteringConfig(AppConfig):
    name = "squaremile.metering"
    label = "metering"
