"""Addresses of sterilisers and cycles."""

from django.urls import path

from squaremile.web.pages.stores.sterilisers import cycle, machine, machines

urlpatterns = [
    path("sterilisers/", machines.page, name="stores_sterilisers"),
    path("sterilisers/add/", machines.add, name="stores_steriliser_add"),
    path("sterilisers/<str:code>/", machine.page, name="stores_steriliser"),
    path("cycles/<str:code>/", cycle.page, name="stores_cycle"),
]
