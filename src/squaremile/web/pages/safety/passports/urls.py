"""Addresses of what is published about training passports."""

from django.urls import path

from squaremile.web.pages.safety.passports import published

urlpatterns = [
    path("key.json", published.key, name="passport_key"),
    path("status.json", published.status, name="passport_status"),
]
