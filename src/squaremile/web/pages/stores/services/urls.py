"""Addresses of services, requests and loads."""

from django.urls import path

from squaremile.web.pages.stores.services import ask, desk, load, offer, order

urlpatterns = [
    path("services/", desk.page, name="stores_services"),
    path("services/ask/", ask.page, name="stores_service_ask"),
    path("services/add/", offer.add, name="stores_service_add"),
    path("services/<str:code>/", offer.edit, name="stores_service"),
    path("service-orders/<str:code>/", order.page, name="stores_service_order"),
    path("loads/<str:code>/", load.page, name="stores_load"),
]
