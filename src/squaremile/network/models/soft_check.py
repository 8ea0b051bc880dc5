"""An unbinding question to a candidate: might you, in principle? Who asks is not told."""

from django.db import models

from squaremile.kernel.models import Row, code_fits_addresses

ANSWERS = ("yes", "maybe", "no", "no_answer")
WAYS = ("phone", "mail", "person", "through")
"""How it was asked; `through` somebody who knows the candidate."""


class SoftCheck(Row):
    """One question of one member of the liaison staff to one candidate, and the answer. Of the liaison staff alone."""

    code = models.CharField(max_length=20, unique=True)
    entry = models.ForeignKey("network.LongListEntry", on_delete=models.PROTECT, related_name="checks")
    way = models.CharField(max_length=8, choices=[(w, w) for w in WAYS])
    question_ko = models.TextField(blank=True)
    question_en = models.TextField(blank=True)
    """What the candidate was told."""
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, blank=True, choices=[(a, a) for a in ANSWERS])
    answered_at = models.DateTimeField(null=True)
    heard = models.CharField(max_length=300, blank=True)
    """What was said, and how it was heard."""

    class Meta:
        db_table = "network_soft_check"
        constraints = (
            code_fits_addresses("soft_check_code_fits"),
            models.UniqueConstraint(
                fields=["entry"], condition=models.Q(answer=""), name="soft_check_one_waits"
            ),
            models.CheckConstraint(name="soft_check_way_known", condition=models.Q(way__in=WAYS)),
            models.CheckConstraint(name="soft_check_answer_known", condition=models.Q(answer__in=("", *ANSWERS))),
            models.CheckConstraint(name="soft_check_says", condition=~models.Q(question_ko="", question_en="")),
            models.CheckConstraint(
                name="soft_check_answered_dated",
                condition=models.Q(answer="", answered_at=None) | ~models.Q(answer="") & models.Q(answered_at__isnull=False),
            ),
        )
        indexes = (models.Index(fields=["answer", "asked_at"], name="soft_check_by_answer"),)

    def __str__(self) -> str:
        return self.code
