"""Addresses of verified figures and of classes."""

from django.urls import path

from squaremile.web.pages.safety.sureness import classes, editions, figures

urlpatterns = [
    path("figures/", figures.listing, name="safety_figures"),
    path("figures/<str:pack>/", figures.page, name="safety_figures_of"),
    path("figures/<str:pack>/editions/", editions.listing, name="safety_editions"),
    path("figures/<str:pack>/editions/<str:edition>/", editions.page, name="safety_edition"),
    path("figures/<str:pack>/editions/<str:edition>/file/", editions.file, name="safety_edition_file"),
    path("substance-classes/", classes.page, name="safety_classes"),
]
