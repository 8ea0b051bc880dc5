"""Addresses of sponsors who come with their key."""

from django.urls import path

from squaremile.web.pages.residency.sponsors import door

urlpatterns = [
    path("door/sponsor/", door.page, name="door_sponsor"),
    path("door/sponsor/profiles/<str:ref>/", door.profile, name="door_sponsor_profile"),
]
