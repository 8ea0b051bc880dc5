"""Addresses of reviewers who come with their key."""

from django.urls import path

from squaremile.web.pages.residency.review import door

urlpatterns = [
    path("door/review/", door.mine, name="door_reviewer"),
    path("door/review/<str:code>/", door.page, name="door_review"),
    path("door/review/<str:code>/answer-files/<str:file>/", door.file, name="door_review_file"),
    path("door/review/<str:code>/submit/", door.submit, name="door_review_submit"),
    path("door/review/<str:code>/conflict/", door.conflict, name="door_review_conflict"),
]
