"""Addresses of verified figures and of classes."""

from django.urls import path

from squaremile.web.pages.safety.sureness import classes, figures

urlpatterns = [
    path("figures/", figures.listing, name="safety_figures"),
    path("figures/<str:pack>/", figures.page, name="safety_figures_of"),
    path("substance-classes/", classes.page, name="safety_classes"),
]
