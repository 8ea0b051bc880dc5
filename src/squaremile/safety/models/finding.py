"""A finding: what has to be mended by when, how it was mended, and who else looked at it afterwards."""

from django.db import models

from squaremile.kernel.models import Row
from squaremile.safety.policies.inspections import SEVERITIES

STATES = ("open", "mended", "closed")
MOVES = (("", "open"), ("open", "mended"), ("mended", "closed"), ("mended", "open"))


class Finding(Row):
    """That something is not as it should be. Of a shared room everyone may know it; whose it is and who said what is in
    its detail, which rivals never see."""

    code = models.CharField(max_length=20, unique=True)
    room = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """Whose room it is."""
    open_to_all = models.BooleanField(default=False)
    """Found in a room that everybody shares."""
    item = models.CharField(max_length=40, blank=True)
    """The line of the checklist that it was found on."""
    title_ko = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    severity = models.CharField(max_length=8, choices=[(s, s) for s in SEVERITIES])
    found_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=6, choices=[(s, s) for s in STATES])
    repeats = models.ForeignKey("safety.Finding", on_delete=models.PROTECT, null=True, related_name="+")
    """The same item in the same room, found within a year before."""

    class Meta:
        db_table = "safety_finding"
        constraints = (
            models.CheckConstraint(name="finding_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="finding_severity_known", condition=models.Q(severity__in=SEVERITIES)),
            models.CheckConstraint(name="finding_due_later", condition=models.Q(due_on__gte=models.F("found_on"))),
            models.CheckConstraint(name="finding_shared_is_nobodys", condition=models.Q(open_to_all=False) | models.Q(organisation=None)),
        )
        indexes = (
            models.Index(fields=["room", "item", "found_on"], name="finding_of_item"),
            models.Index(fields=["due_on"], name="finding_still_open", condition=~models.Q(state="closed")),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.code


class FindingDetail(Row):
    """Whose business a finding is: the room's company, who has to mend it, and what was said. Unseen by rivals."""

    finding = models.OneToOneField("safety.Finding", on_delete=models.PROTECT, related_name="detail")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """The room's company, as on the finding."""
    responsible = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """Who has to mend it; without one, the operator."""
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    found_by = models.UUIDField(null=True)
    remark = models.CharField(max_length=1000, blank=True)
    inspection = models.ForeignKey("safety.Inspection", on_delete=models.PROTECT, null=True, related_name="findings")
    incident = models.ForeignKey("safety.Incident", on_delete=models.PROTECT, null=True, related_name="corrections")
    """The incident that it shall keep from happening again."""
    photo = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "safety_finding_detail"

    def __str__(self) -> str:
        return str(self.finding_id)


class FindingMend(Row):
    """What somebody did about it, with evidence. Never changed."""

    finding = models.ForeignKey("safety.Finding", on_delete=models.PROTECT, related_name="mends")
    what = models.CharField(max_length=1000)
    photo = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    mended_by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        db_table = "safety_finding_mend"
        constraints = (models.CheckConstraint(name="finding_mend_says_what", condition=~models.Q(what="")),)
        indexes = (models.Index(fields=["finding", "at"], name="mend_of_finding"),)

    def __str__(self) -> str:
        return self.what


class FindingCheck(Row):
    """That somebody else looked at what was done, and whether it is good. Never changed."""

    mend = models.OneToOneField("safety.FindingMend", on_delete=models.PROTECT, related_name="check_of")
    good = models.BooleanField()
    remark = models.CharField(max_length=500, blank=True)
    looked_by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        db_table = "safety_finding_check"

    def __str__(self) -> str:
        return "good" if self.good else "not good"


class FindingTransition(Row):
    """One step of it. Written by the database itself whenever the state changes."""

    finding = models.ForeignKey("safety.Finding", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=6, blank=True)
    after = models.CharField(max_length=6)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "safety_finding_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
