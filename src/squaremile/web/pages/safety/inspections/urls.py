"""Addresses of inspections and findings."""

from django.urls import path

from squaremile.web.pages.safety.inspections import finding, findings, inspecting, inspections, inspector

urlpatterns = [
    path("inspections/", inspections.page, name="safety_inspections"),
    path("inspections/rooms/", inspections.rooms, name="safety_room_risks"),
    path("inspections/lists/", inspections.lists, name="safety_inspection_lists"),
    path("inspections/do/<str:inspection_list>/<str:inspected_room>/", inspecting.page, name="safety_inspect"),
    path("inspections/<str:code>/", inspections.one, name="safety_inspection"),
    path("inspections/<str:code>/confirm/", inspections.confirm, name="safety_confirm_inspection"),
    path("findings/", findings.page, name="safety_findings"),
    path("findings/raise/", findings.raise_one, name="safety_raise_finding"),
    path("findings/<str:code>/", finding.page, name="safety_finding"),
    path("findings/<str:code>/mend/", finding.mend, name="safety_mend"),
    path("findings/<str:code>/verify/", finding.verify, name="safety_verify"),
    path("findings/<str:code>/assign/", finding.assign, name="safety_assign"),
    path("inspector/", inspector.page, name="safety_inspector"),
]
