"""Addresses of waste."""

from django.urls import path

from squaremile.web.pages.safety.waste import collecting, waste

urlpatterns = [
    path("waste/", waste.page, name="safety_waste"),
    path("waste/labels.pdf", waste.labels, name="safety_waste_labels"),
    path("waste/start/", waste.start, name="safety_start_waste"),
    path("waste/collect/", collecting.page, name="safety_collect_waste"),
    path("waste/generators/", collecting.generators, name="safety_generators"),
    path("waste/<str:code>/act/", waste.act, name="safety_waste_act"),
    path("waste-pickups/<str:code>/return/", collecting.returned, name="safety_manifest"),
]
