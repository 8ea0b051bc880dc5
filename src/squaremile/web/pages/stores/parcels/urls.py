"""Addresses of the dock."""

from django.urls import path

from squaremile.web.pages.stores.parcels import parcel, parcels

urlpatterns = [
    path("parcels/", parcels.page, name="stores_parcels"),
    path("parcels/log/", parcels.log, name="stores_parcel_log"),
    path("parcels/<str:code>/", parcel.page, name="stores_parcel"),
]
