"""Addresses of orders."""

from django.urls import path

from squaremile.web.pages.stores.orders import order, orders

urlpatterns = [
    path("orders/", orders.page, name="stores_orders"),
    path("orders/request/", orders.request_page, name="stores_order_request"),
    path("orders/<str:code>/", order.page, name="stores_order"),
]
