"""Addresses of door signs, the emergency view, who is inside, and the map."""

from django.urls import path

from squaremile.web.pages.safety.emergency import inside, room_map, signs, view

urlpatterns = [
    path("signs/", signs.page, name="safety_signs"),
    path("signs/print/", signs.printing, name="safety_print_signs"),
    path("signs.pdf", signs.sheets, name="safety_signs_pdf"),
    path("rooms/<str:code>/card/", signs.card, name="safety_room_card"),
    path("emergency/", view.page, name="safety_emergency"),
    path("emergency/shut-offs/", view.shut_off, name="safety_shut_off"),
    path("emergency/shut-offs/<str:code>/give-up/", view.give_up, name="safety_give_up_shut_off"),
    path("fire-service.pdf", view.fire_service, name="safety_fire_service"),
    path("inside/", inside.page, name="safety_inside"),
    path("inside/desk/", inside.desk, name="safety_inside_desk"),
    path("head-room/map/", room_map.page, name="safety_head_room_map"),
]
