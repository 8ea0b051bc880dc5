"""Addresses of incidents, locked places and drills."""

from django.urls import path

from squaremile.web.pages.safety.incidents import desk, drills, incident, report

urlpatterns = [
    path("incidents/", desk.page, name="safety_incidents"),
    path("incidents/report/", report.page, name="safety_report"),
    path("incidents/lock/", desk.lock, name="safety_lock"),
    path("incidents/<str:code>/", incident.page, name="safety_incident"),
    path("locks/<str:code>/release/", desk.release, name="safety_release"),
    path("drills/", drills.page, name="safety_drills"),
    path("drills/<str:code>/", drills.one, name="safety_drill"),
]
