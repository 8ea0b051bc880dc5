"""Addresses of the public site."""

from django.urls import path

from squaremile.web.pages.residency.public import enquiry, site, verify

urlpatterns = [
    path("public/", site.home, name="public"),
    path("public/equipment/", site.equipment, name="public_equipment"),
    path("public/events/", site.calendar, name="public_events"),
    path("public/companies/", site.directory, name="public_companies"),
    path("public/prices/", site.prices, name="public_prices"),
    path("public/verify/", verify.page, name="public_verify"),
    path("public/verify/<str:code>/", verify.page, name="public_verify_one"),
    path("public/tours/", enquiry.page, name="public_tours"),
    path("public/tours/cancel/<str:secret>/", enquiry.cancel, name="public_tour_cancel"),
]
