"""Addresses of training."""

from django.urls import path

from squaremile.web.pages.safety.training import (
    course,
    editor,
    gates,
    hours,
    matrix,
    mine,
    passport,
    person,
    plans,
    quiz,
    sessions,
    sign_off,
)

urlpatterns = [
    path("training/", mine.page, name="training"),
    path("training/courses/", course.listing, name="training_courses"),
    path("training/courses/publish/", editor.publish, name="training_publish"),
    path("training/courses/<str:code>/", course.page, name="training_course"),
    path("training/courses/<str:code>/edit/", editor.edit, name="training_course_edit"),
    path("training/courses/<str:code>/quiz/", quiz.page, name="training_quiz"),
    path("training/sign-off/", sign_off.page, name="training_sign_off"),
    path("training/training-sessions/", sessions.listing, name="training_sessions"),
    path("training/training-sessions/<str:code>/", sessions.page, name="training_session"),
    path("training/hours/", hours.page, name="training_hours"),
    path("training/hours/export/", hours.export, name="training_hours_export"),
    path("training/matrix/", matrix.page, name="training_matrix"),
    path("training/plans/", plans.page, name="training_plans"),
    path("training/gates/", gates.page, name="training_gates"),
    path("training/people/<str:ref>/", person.page, name="training_person"),
    path("training/passport/", passport.page, name="training_passport"),
    path("training/passports/<str:code>/file/", passport.file, name="training_passport_file"),
    path("training/passports/<str:code>/revoke/", passport.revoke, name="training_passport_revoke"),
]
