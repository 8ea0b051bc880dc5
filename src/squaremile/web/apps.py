"""The web as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "squaremile.web"
    label = "web"
