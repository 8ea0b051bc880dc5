"""Addresses of the minibar. The first is on its door as a QR code."""

from django.urls import path

from squaremile.web.pages.stores.minibar import door, opening

urlpatterns = [
    path("doors/<str:code>/", door.page, name="stores_door"),
    path("openings/<str:code>/", opening.page, name="stores_opening"),
]
