"""What became of companies, entry by entry: never changed, only corrected by a later entry."""

from django.db import models
from django.db.models import F, Q

from squaremile.kernel.models import Row
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.residency.policies.outcomes import KINDS, OF_NOBODY
from squaremile.residency.words.outcomes import CONFIDENCE, ROUNDS, SOURCES

ORIGINS = ("entered", "survey", "import")


class OutcomeEntry(Row):
    """One thing that happened to a company, with where it is known from. Seen by the company's admin and the programme's staff.

    An entry of the region itself has no company. A correction is an entry that names the one it takes the place of.
    """

    code = models.CharField(max_length=20, unique=True)
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, null=True, related_name="outcomes")
    kind = models.CharField(max_length=20, choices=[(k, k) for k in KINDS])
    happened_on = models.DateField()
    amount_minor = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3, blank=True)
    count = models.PositiveBigIntegerField(null=True)
    of = models.PositiveBigIntegerField(null=True)
    """What the count is out of, where it is out of something."""
    round = models.CharField(max_length=10, blank=True)
    source = models.CharField(max_length=16, blank=True)
    definition = models.PositiveSmallIntegerField(default=1)
    """Version of what was asked for under that kind."""
    confidence = models.CharField(max_length=14, choices=[(c, c) for c in CONFIDENCE])
    evidence_url = models.CharField(max_length=300, blank=True)
    evidence_file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    may_publish = models.BooleanField(default=False)
    """The company agreed that this entry itself, with its evidence, may be told to others."""
    origin = models.CharField(max_length=8, choices=[(o, o) for o in ORIGINS])
    survey = models.ForeignKey("residency.OutcomeSurvey", on_delete=models.PROTECT, null=True, related_name="+")
    """The survey whose answer it is; corrections keep it, so that answering again corrects them."""
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="corrected_by")
    withdrawn = models.BooleanField(default=False)
    """A correction that says: it did not happen."""
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_outcome_entry"
        constraints = (
            models.CheckConstraint(name="outcome_kind_known", condition=Q(kind__in=tuple(KINDS))),
            models.CheckConstraint(
                name="outcome_of_somebody",
                condition=Q(kind__in=OF_NOBODY, company=None) | ~Q(kind__in=OF_NOBODY) & Q(company__isnull=False),
            ),
            models.CheckConstraint(
                name="outcome_money_whole",
                condition=Q(amount_minor=None, currency="") | Q(amount_minor__gte=0, currency__in=tuple(MINOR_DIGITS)),
            ),
            models.CheckConstraint(name="outcome_part_of_whole", condition=Q(of=None) | Q(of__gte=1, count__lte=F("of"))),
            models.CheckConstraint(name="outcome_source_known", condition=Q(source__in=("", *SOURCES))),
            models.CheckConstraint(name="outcome_round_known", condition=Q(round__in=("", *ROUNDS))),
            models.CheckConstraint(
                name="outcome_verified_by_evidence",
                condition=Q(confidence="self_reported")
                | Q(confidence="verified") & (~Q(evidence_url="") | Q(evidence_file__isnull=False)),
            ),
            models.CheckConstraint(
                name="outcome_evidence_fits",
                condition=Q(evidence_url="") | Q(evidence_url__regex=r"^https?://[^\s]+$"),
            ),
            models.CheckConstraint(name="outcome_withdrawn_corrects", condition=Q(withdrawn=False) | Q(corrects__isnull=False)),
        )
        indexes = (models.Index(fields=["company", "kind", "happened_on"], name="outcome_of_company"),)

    def __str__(self) -> str:
        return self.code
