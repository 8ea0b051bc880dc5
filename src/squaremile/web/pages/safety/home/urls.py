"""Address of Safety home."""

from django.urls import path

from squaremile.web.pages.safety.home import page

urlpatterns = [path("", page.page, name="safety")]
