"""Addresses of sponsors, for staff."""

from django.urls import path

from squaremile.web.pages.residency.sponsors import sponsors

urlpatterns = [
    path("sponsors/", sponsors.page, name="residency_sponsors"),
    path("sponsors/new/", sponsors.add, name="residency_sponsor_add"),
    path("sponsors/<str:code>/", sponsors.sponsor, name="residency_sponsor"),
    path("sponsors/<str:code>/key/", sponsors.invite, name="residency_sponsor_invite"),
    path("sponsors/<str:code>/use/", sponsors.use, name="residency_sponsor_use"),
]
