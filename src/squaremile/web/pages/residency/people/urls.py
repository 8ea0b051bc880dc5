"""Addresses of people."""

from django.urls import path

from squaremile.web.pages.residency.people import checklists, day_one, leaving, member, people, signing

urlpatterns = [
    path("day-one/", day_one.page, name="residency_day_one"),
    path("people/", people.page, name="residency_people"),
    path("companies/<str:code>/people/join/", people.join, name="residency_join"),
    path("companies/<str:code>/people/terms/", people.terms, name="residency_people_terms"),
    path("companies/<str:code>/people/list/", people.begin_list, name="residency_list_begin"),
    path("members/<str:code>/", member.page, name="residency_member"),
    path("members/<str:code>/edit/", member.edit, name="residency_member_edit"),
    path("members/<str:code>/contact/", day_one.contact, name="residency_contact"),
    path("members/<str:code>/passes/", member.issue, name="residency_pass_issue"),
    path("members/<str:code>/leave/", leaving.page, name="residency_member_leave"),
    path("members/<str:code>/left/", leaving.left, name="residency_member_left"),
    path("passes/<str:code>/back/", member.take_back, name="residency_pass_back"),
    path("checklists/", checklists.page, name="residency_checklists"),
    path("checklists/standard/", checklists.standard, name="residency_checklist_standard"),
    path("checklist-entries/<str:code>/sign/", signing.sign, name="residency_sign"),
    path("checklist-entries/<str:code>/waive/", signing.waive, name="residency_waive"),
    path("checklist-entries/<str:code>/reopen/", signing.reopen, name="residency_reopen"),
]
