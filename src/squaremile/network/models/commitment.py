"""What was promised in an agreement, as a measurable clause, and what is known to have come of it."""

from django.db import models
from django.db.models.functions import Floor

from squaremile.kernel.models import Row, code_fits_addresses
from squaremile.kernel.words import pick
from squaremile.network.policies.promises import KINDS, STATES, UNITS, WITH_EVIDENCE


class Commitment(Row):
    """One promise that can be measured. It is never changed: what was promised stays as it was signed.

    Seen as its agreement is.
    """

    code = models.CharField(max_length=20, unique=True)
    agreement = models.ForeignKey("network.Agreement", on_delete=models.PROTECT, related_name="commitments")
    party = models.ForeignKey("network.AgreementParty", on_delete=models.PROTECT, related_name="commitments")
    """Who promised it."""
    officer = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=[(k, k) for k in KINDS])
    what_ko = models.CharField(max_length=300, blank=True)
    what_en = models.CharField(max_length=300, blank=True)
    amount = models.DecimalField(max_digits=20, decimal_places=2)
    """In `unit`: for a currency its minor units, whole."""
    unit = models.CharField(max_length=8, choices=[(u, u) for u in UNITS])
    due_on = models.DateField()
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "network_commitment"
        constraints = (
            code_fits_addresses("commitment_code_fits"),
            models.CheckConstraint(name="commitment_said", condition=~models.Q(what_ko="", what_en="")),
            models.CheckConstraint(name="commitment_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(name="commitment_unit_known", condition=models.Q(unit__in=UNITS)),
            models.CheckConstraint(name="commitment_amount_sound", condition=models.Q(amount__gt=0, amount=Floor("amount"))),
        )

    @property
    def what(self) -> str:
        return pick(self.what_ko, self.what_en)

    def __str__(self) -> str:
        return self.what


class CommitmentEntry(Row):
    """One dated statement about a commitment. Never changed: a correction is a new entry that supersedes it."""

    code = models.CharField(max_length=20, unique=True)
    commitment = models.ForeignKey("network.Commitment", on_delete=models.PROTECT, related_name="entries")
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    happened_on = models.DateField()
    amount = models.DecimalField(max_digits=20, decimal_places=2)
    """So far, in the commitment's unit: cumulative, never an increment."""
    evidence_url = models.URLField(max_length=300, blank=True)
    paper = models.ForeignKey("network.AgreementPaper", on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_by = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    supersedes = models.ForeignKey("network.CommitmentEntry", on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "network_commitment_entry"
        constraints = (
            models.CheckConstraint(name="entry_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="entry_amount_sound", condition=models.Q(amount__gte=0, amount=Floor("amount"))),
            models.CheckConstraint(
                name="entry_evidenced",
                condition=~models.Q(state__in=WITH_EVIDENCE)
                | ~models.Q(confirmed_by="") & (~models.Q(evidence_url="") | models.Q(paper__isnull=False)),
            ),
            models.CheckConstraint(
                name="entry_explained", condition=~models.Q(state__in=("lapsed", "withdrawn")) | ~models.Q(reason="")
            ),
            models.UniqueConstraint(name="entry_superseded_once", fields=["supersedes"]),
        )
        indexes = (models.Index(fields=["commitment", "recorded_at"], name="entry_of_commitment"),)

    def __str__(self) -> str:
        return f"{self.state} {self.happened_on}"
