"""A call for applications: open for a time, or always."""

from django.db import models

from squaremile.kernel.models import Row, code_fits_addresses
from squaremile.kernel.words import pick

KINDS = ("rolling", "dated")
STATES = ("draft", "open", "closed")
MOVES = (("", "draft"), ("draft", "open"), ("open", "closed"), ("closed", "open"))


class Call(Row):
    """Whoever looks sees it once it is no draft, signed in or not."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=8, choices=[(k, k) for k in KINDS])
    state = models.CharField(max_length=8, choices=[(s, s) for s in STATES])
    title_ko = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=200, blank=True)
    says_ko = models.TextField(blank=True)
    says_en = models.TextField(blank=True)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField(null=True)
    """The end of a dated call; nothing of an application changes after it."""
    created_at = models.DateTimeField()

    class Meta:
        db_table = "residency_call"
        constraints = (
            code_fits_addresses("call_code_fits"),
            models.CheckConstraint(name="call_titled", condition=~models.Q(title_ko="", title_en="")),
            models.CheckConstraint(name="call_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(
                name="call_dated",
                condition=models.Q(kind="rolling", closes_at=None)
                | models.Q(kind="dated", closes_at__gt=models.F("opens_at")),
            ),
        )

    @property
    def title(self) -> str:
        return pick(self.title_ko, self.title_en)

    def __str__(self) -> str:
        return self.title


class CallTransition(Row):
    """One step of a call's life. Written by the database itself whenever the state changes."""

    call = models.ForeignKey("residency.Call", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=8, blank=True)
    after = models.CharField(max_length=8)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_call_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
