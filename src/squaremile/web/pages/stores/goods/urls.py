"""Addresses of the catalogue and of stock."""

from django.urls import path

from squaremile.web.pages.stores.goods import catalogue, item, points

urlpatterns = [
    path("", catalogue.page, name="stores"),
    path("items/add/", catalogue.add, name="stores_item_add"),
    path("items/<str:code>/", item.page, name="stores_item"),
    path("points/", points.page, name="stores_points"),
    path("points/add/", points.add, name="stores_point_add"),
]
