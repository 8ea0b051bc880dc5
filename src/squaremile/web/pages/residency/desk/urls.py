"""Addresses of the Programme desk."""

from django.urls import path

from squaremile.web.pages.residency.desk import acts, calls, desk, dossier

urlpatterns = [
    path("desk/", desk.page, name="residency_desk"),
    path("calls/", calls.page, name="residency_calls"),
    path("calls/new/", calls.new, name="residency_call_new"),
    path("calls/forms/", calls.take_form, name="residency_form_import"),
    path("calls/<str:code>/edit/", calls.edit, name="residency_call_edit"),
    path("calls/<str:code>/<str:step>/", calls.step, name="residency_call_step"),
    path("applications/<str:code>/", dossier.page, name="residency_application"),
    path("applications/<str:code>/screen/", acts.screen, name="residency_screen"),
    path("applications/<str:code>/return/", acts.give_back, name="residency_return"),
    path("applications/<str:code>/review/", acts.pass_on, name="residency_pass_on"),
    path("applications/<str:code>/decline/", acts.decline, name="residency_decline"),
    path("applications/<str:code>/feasibility/", acts.judge, name="residency_judge"),
    path("applications/<str:code>/competition/", acts.check, name="residency_check"),
    path("applications/<str:code>/competitors/", acts.name_one, name="residency_name_competitor"),
    path("applications/<str:code>/findings/<str:finding>/", acts.settle, name="residency_settle"),
]
