"""Addresses of the survey behind a key."""

from django.urls import path

from squaremile.web.pages.residency.outcomes import survey

urlpatterns = [
    path("door/surveys/", survey.door_home, name="door_surveys"),
    path("door/surveys/<str:code>/", survey.door, name="door_survey"),
]
