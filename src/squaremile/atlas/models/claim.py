"""Claims with their evidence: k of N, each member judged; and figures kept with the question they answer."""

from django.db import models
from django.db.models import Q

from squaremile.kernel.models import Row, code_fits_addresses
from squaremile.kernel.words import pick

JUDGEMENTS = ("yes", "no", "unknown")


class Claim(Row):
    """A sentence with a number in it, what exactly it means, and the question whose answer the number is.

    Everyone of the cluster sees it once it is published; drafts are staff's.
    """

    code = models.CharField(max_length=20, unique=True)
    text_ko = models.CharField(max_length=300, blank=True)
    text_en = models.CharField(max_length=300, blank=True)
    """`{k}` and `{n}` stand for the numbers."""
    definition_ko = models.TextField(blank=True)
    definition_en = models.TextField(blank=True)
    refuted_ko = models.CharField(max_length=300, blank=True)
    refuted_en = models.CharField(max_length=300, blank=True)
    """What would refute it."""
    query = models.JSONField(null=True)
    """policies/questions.py; none: the members are judged one by one."""
    published = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "atlas_claim"
        constraints = (
            code_fits_addresses("atlas_claim_code_fits"),
            models.CheckConstraint(name="atlas_claim_said", condition=~Q(text_ko="", text_en="")),
        )

    @property
    def text(self) -> str:
        return pick(self.text_ko, self.text_en)

    def __str__(self) -> str:
        return self.text


class ClaimMember(Row):
    """One of the N: yes, no or unknown, by which evidence, of which day. Seen as its claim is."""

    claim = models.ForeignKey("atlas.Claim", on_delete=models.PROTECT, related_name="members")
    position = models.PositiveSmallIntegerField()
    name_ko = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    organisation = models.ForeignKey("atlas.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    judgement = models.CharField(max_length=8, choices=[(j, j) for j in JUDGEMENTS], default="unknown")
    says_ko = models.CharField(max_length=300, blank=True)
    says_en = models.CharField(max_length=300, blank=True)
    evidence = models.CharField(max_length=300, blank=True)
    """An address on the web, or a document by its name."""
    as_of = models.DateField(null=True)
    judged_at = models.DateTimeField(null=True)
    judged_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "atlas_claim_member"
        constraints = (
            models.UniqueConstraint(fields=["claim", "position"], name="atlas_member_once_a_position"),
            models.CheckConstraint(name="atlas_member_named", condition=~Q(name_ko="", name_en="")),
            models.CheckConstraint(name="atlas_member_judgement_known", condition=Q(judgement__in=JUDGEMENTS)),
            models.CheckConstraint(
                name="atlas_member_evidenced",
                condition=Q(judgement="unknown") | ~Q(evidence="") & Q(as_of__isnull=False),
            ),
            models.CheckConstraint(
                name="atlas_member_judged_once_said", condition=Q(judged_at=None, judged_by=None) | Q(judged_at__isnull=False)
            ),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name


class Snapshot(Row):
    """The answer to a claim's question on a day, with the state of the registry it was asked of. Never changed.

    Seen as its claim is.
    """

    code = models.CharField(max_length=20, unique=True)
    claim = models.ForeignKey("atlas.Claim", on_delete=models.PROTECT, related_name="snapshots")
    query = models.JSONField(null=True)
    value = models.PositiveIntegerField()
    base = models.PositiveIntegerField()
    unknown = models.PositiveIntegerField(default=0)
    codes = models.JSONField(default=list)
    """Of the organisations that were counted, in order."""
    digest = models.CharField(max_length=64)
    """Of the registry (reads/digest.py)."""
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "atlas_snapshot"
        constraints = (
            code_fits_addresses("atlas_snapshot_code_fits"),
            models.CheckConstraint(
                name="atlas_snapshot_part_of_whole", condition=Q(base__gte=models.F("value") + models.F("unknown"))
            ),
        )
        indexes = (models.Index(fields=["claim", "-taken_at"], name="atlas_snapshot_newest"),)

    def __str__(self) -> str:
        return f"{self.value}/{self.base}"
