"""The expert's side of an introduction, and what both sides are given once both want it."""

from django.db import models

from squaremile.kernel.models import Row


class Approach(Row):
    """Whom we asked, how the answer may come, and what she said. Seen by her and by liaison staff alone."""

    introduction = models.OneToOneField("network.Introduction", on_delete=models.PROTECT, related_name="approach")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    requester_ko = models.CharField(max_length=200, blank=True)
    requester_en = models.CharField(max_length=200, blank=True)
    """Who asks, where that may be said before she accepts; else empty."""
    secret_hash = models.CharField(max_length=64, null=True, unique=True)
    """Of the secret in the letter; empty where no letter was sent, and once it was used."""
    expires_at = models.DateTimeField(null=True)
    letter_due = models.BooleanField(default=False)
    """A letter is to be sent; the worker makes its secret, so that nobody else ever holds it."""
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    accepted = models.BooleanField(null=True)
    private_reason = models.CharField(max_length=300, blank=True)
    """Why she declined: for liaison staff, never for the requester."""
    heard = models.CharField(max_length=300, blank=True)
    """How the answer reached the staff, where she did not give it herself in the product."""

    class Meta:
        db_table = "network_approach"
        constraints = (
            models.CheckConstraint(
                name="approach_answered_paired",
                condition=models.Q(answered_at=None, accepted=None)
                | models.Q(answered_at__isnull=False, accepted__isnull=False, secret_hash=None),
            ),
            models.CheckConstraint(
                name="approach_letter_expires", condition=models.Q(secret_hash=None) | models.Q(expires_at__isnull=False)
            ),
        )
        indexes = (models.Index(fields=["person"], name="approach_of_person"),)

    def __str__(self) -> str:
        return self.name_ko or self.name_en


SIDES = ("requester", "expert")


class Connection(Row):
    """How one side is reached. Written when the expert is asked; the two sides read it once both have agreed."""

    introduction = models.ForeignKey("network.Introduction", on_delete=models.PROTECT, related_name="connections")
    side = models.CharField(max_length=10, choices=[(s, s) for s in SIDES])
    name_ko = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    body_ko = models.CharField(max_length=200, blank=True)
    body_en = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "network_connection"
        constraints = (models.UniqueConstraint(fields=["introduction", "side"], name="connection_once_a_side"),)

    def __str__(self) -> str:
        return self.name_ko or self.name_en


class Feedback(Row):
    """How a meeting was, in two taps. Seen by whoever gave it, her company, and liaison staff."""

    introduction = models.ForeignKey("network.Introduction", on_delete=models.PROTECT, related_name="feedback")
    side = models.CharField(max_length=10, choices=[(s, s) for s in SIDES])
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """The requester's company, on the requester's side."""
    given_by = models.UUIDField()
    useful = models.BooleanField()
    goes_on = models.BooleanField()
    """Wants to go on."""
    at = models.DateTimeField()

    class Meta:
        db_table = "network_feedback"
        constraints = (
            models.UniqueConstraint(fields=["introduction", "side"], name="feedback_once_a_side"),
            models.CheckConstraint(name="feedback_side_known", condition=models.Q(side__in=SIDES)),
        )

    def __str__(self) -> str:
        return self.side
