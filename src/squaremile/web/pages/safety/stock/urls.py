"""Addresses of the inventory."""

from django.urls import path

from squaremile.web.pages.safety.stock import container, containers

urlpatterns = [
    path("containers/", containers.page, name="safety_containers"),
    path("containers/receive/", containers.receive, name="safety_receive"),
    path("containers/<str:code>/", container.page, name="safety_container"),
    path("substances/register/", containers.register, name="safety_register"),
    path("head-room/", containers.head_room, name="safety_head_room"),
]
