"""Addresses of safety that anybody may use without signing in."""

from django.urls import path

from squaremile.web.pages.safety.incidents import report

urlpatterns = [path("near-miss/", report.anonymous, name="public_near_miss")]
