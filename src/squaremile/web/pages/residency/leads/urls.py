"""Addresses of enquiries and tours."""

from django.urls import path

from squaremile.web.pages.residency.leads import lead, leads, tours

urlpatterns = [
    path("leads/", leads.page, name="residency_leads"),
    path("leads/new/", leads.add, name="residency_lead_add"),
    path("leads/<str:code>/", lead.page, name="residency_lead"),
    path("leads/<str:code>/record/", lead.record, name="residency_lead_record"),
    path("leads/<str:code>/tour/", lead.book, name="residency_lead_tour"),
    path("tours/", tours.page, name="residency_tours"),
    path("tour-slots/<str:code>/close/", tours.close, name="residency_tour_slot_close"),
    path("tours/<str:code>/record/", tours.record, name="residency_tour_record"),
    path("tours/<str:code>/cancel/", tours.cancel, name="residency_tour_cancel"),
]
