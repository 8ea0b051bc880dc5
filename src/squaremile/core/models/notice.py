"""What people are told, in the application and by e-mail."""

from django.db import models

from squaremile.kernel.models import Row
from squaremile.kernel.words import pick


class Notice(Row):
    """One message to one person."""

    recipient = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=60)
    text_ko = models.CharField(max_length=500)
    text_en = models.CharField(max_length=500)
    url = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    origin = models.CharField(max_length=80, unique=True)
    """What caused it (fact and recipient): the same cause never makes a second notice."""

    class Meta:
        db_table = "core_notice"
        indexes = (models.Index(fields=["recipient", "-at"], name="notice_of_person"),)

    @property
    def text(self) -> str:
        return pick(self.text_ko, self.text_en)

    def __str__(self) -> str:
        return self.kind


class Mail(Row):
    """An e-mail to send, with the calendar part that goes with it. Seen by the worker alone."""

    SECRET = "secret:"
    """Messages of this origin carry a link that opens a door: what was written is forgotten once they are done with."""

    to = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    calendar = models.TextField(blank=True)
    method = models.CharField(max_length=10, blank=True)
    origin = models.CharField(max_length=80, unique=True)
    at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True)
    """Not before this, after a failure."""
    error = models.TextField(blank=True)
    given_up_at = models.DateTimeField(null=True)
    """Not tried again, for the reason in `error`."""

    class Meta:
        db_table = "core_mail"
        indexes = (
            models.Index(fields=["id"], name="mail_waiting", condition=models.Q(sent_at=None, given_up_at=None)),
        )

    def __str__(self) -> str:
        return self.subject
