"""Addresses of charges."""

from django.urls import path

from squaremile.web.pages.stores.charges import charge, charges

urlpatterns = [
    path("charges/", charges.page, name="stores_charges"),
    path("charges/<str:code>/", charge.page, name="stores_charge"),
]
