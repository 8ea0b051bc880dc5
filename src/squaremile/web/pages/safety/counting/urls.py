"""Addresses of labels, scanning and counting."""

from django.urls import path

from squaremile.web.pages.safety.counting import counts, labels

urlpatterns = [
    path("scan/", labels.scan, name="safety_scan"),
    path("labels.pdf", labels.sheet, name="safety_labels"),
    path("counts/", counts.page, name="safety_counts"),
    path("counts/<str:code>/", counts.one, name="safety_count"),
    path("counts/<str:code>/scans/", counts.scans, name="safety_count_scans"),
]
