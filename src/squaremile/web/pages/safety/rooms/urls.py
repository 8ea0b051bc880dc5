"""Addresses of rooms."""

from django.urls import path

from squaremile.web.pages.safety.rooms import rooms

urlpatterns = [
    path("rooms/", rooms.page, name="safety_rooms"),
    path("rooms/<str:code>/", rooms.one, name="safety_room"),
]
