"""Addresses of review for programme staff."""

from django.urls import path, re_path

from squaremile.web.pages.residency.review import rounds

urlpatterns = [
    path("reviews/", rounds.page, name="residency_reviews"),
    path("reviews/new/", rounds.draft, name="residency_round_draft"),
    path("reviewers/new/", rounds.add_reviewer, name="residency_reviewer_add"),
    path("reviewers/<str:code>/invite/", rounds.invite, name="residency_reviewer_invite"),
    path("reviews/<str:code>/", rounds.one, name="residency_round"),
    re_path(r"^reviews/(?P<code>[^/]+)/(?P<step>open|close|assign|letters)/$", rounds.act, name="residency_round_step"),
    path("reviews/<str:code>/applications/<str:application>/", rounds.decide, name="residency_decide"),
]
