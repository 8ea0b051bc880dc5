"""Addresses of the forecast."""

from django.urls import path

from squaremile.web.pages.residency.forecast import page

urlpatterns = [
    path("forecast/", page.page, name="residency_forecast"),
    path("forecast/price/", page.price, name="forecast_price"),
    path("forecast/record/", page.begin, name="forecast_record"),
]
