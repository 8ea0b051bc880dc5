"""Addresses of booking."""

from django.urls import path

from squaremile.web.pages.booking import booking_acts, booking_page, bookings_page, feed, timeline

urlpatterns = [
    path("book/", timeline.timeline_page, name="book"),
    path("book/feed", feed.feed, name="book_feed"),
    path("book/feed/version", feed.version, name="book_version"),
    path("book/move", feed.move, name="book_move"),
    path("bookings/", bookings_page.page, name="bookings"),
    path("bookings.csv", bookings_page.export, name="bookings_csv"),
    path("bookings/<str:code>/", booking_page.page, name="booking"),
    path("bookings/<str:code>/move", booking_acts.move, name="booking_move_form"),
    path("bookings/<str:code>/shorten", booking_acts.shorten, name="booking_shorten"),
    path("bookings/<str:code>/cancel", booking_acts.cancel, name="booking_cancel"),
    path("bookings/<str:code>/start", booking_acts.start, name="booking_start"),
    path("bookings/<str:code>/end", booking_acts.end, name="booking_end"),
    path("bookings/<str:code>/approve", booking_acts.approve, name="booking_approve"),
    path("bookings/<str:code>/decline", booking_acts.decline, name="booking_decline"),
]
