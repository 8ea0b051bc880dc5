"""Addresses of review for staff."""

urlpatterns = []
