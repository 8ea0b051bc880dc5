"""Addresses of money for those who do not sign in: where a payment provider sends its events."""

from django.urls import path

from squaremile.web.pages.billing import online

urlpatterns = [path("payment-events/", online.events, name="money_payment_events")]
