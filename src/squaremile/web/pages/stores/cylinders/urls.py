"""Addresses of gas cylinders."""

from django.urls import path

from squaremile.web.pages.stores.cylinders import cylinder, cylinders

urlpatterns = [
    path("cylinders/", cylinders.page, name="stores_cylinders"),
    path("cylinders/add/", cylinders.add, name="stores_cylinder_add"),
    path("cylinders/<str:code>/", cylinder.page, name="stores_cylinder"),
]
