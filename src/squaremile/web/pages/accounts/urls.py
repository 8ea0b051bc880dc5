"""Addresses of signing in, of oneself, and of files. Stands before the sign-in library's own."""

from django.urls import path

from squaremile.web.pages.accounts import acting, closed, door, files, invitation, me, notices, tokens

urlpatterns = [
    path("accounts/email/", closed.closed),
    path("accounts/confirm-email/", closed.closed),
    path("accounts/confirm-email/<str:key>/", closed.closed),
    path("invitation/<str:secret>/", invitation.page, name="invitation"),
    path("door/", door.home, name="door"),
    path("door/enter/<str:secret>/", door.enter, name="door_enter"),
    path("door/leave/", door.leave, name="door_leave"),
    path("me/", me.page, name="account"),
    path("me/tokens/", tokens.create, name="token_create"),
    path("me/feeds/", tokens.create_feed, name="feed_create"),
    path("me/tokens/<str:ref>/revoke/", tokens.revoke, name="token_revoke"),
    path("notices/", notices.page, name="notices"),
    path("notices/read/", notices.read, name="notices_read"),
    path("people/<str:ref>/act-for/", acting.start, name="act_for"),
    path("acting/stop/", acting.stop, name="stop_acting"),
    path("files/<str:ref>/", files.download, name="file"),
    path("files/<str:ref>/<str:name>", files.download, name="file_named"),
]
