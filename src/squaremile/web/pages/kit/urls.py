"""Addresses of the gallery."""

from django.urls import path

from squaremile.web.pages.kit import gallery, timeline_sample

urlpatterns = [
    path("", gallery.gallery, name="kit"),
    path("timeline/feed", timeline_sample.feed, name="kit_timeline_feed"),
    path("timeline/panel", timeline_sample.panel, name="kit_timeline_panel"),
    path("timeline/move", timeline_sample.move, name="kit_timeline_move"),
    path("<slug:name>/", gallery.gallery, name="kit_component"),
]
