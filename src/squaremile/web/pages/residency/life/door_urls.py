"""Addresses of mentors who come with their key."""

from django.urls import path

from squaremile.web.pages.residency.life import door

urlpatterns = [
    path("door/mentor/", door.page, name="door_mentor"),
    path("door/mentor/office-hours/<str:code>/close/", door.close, name="door_mentor_close"),
]
