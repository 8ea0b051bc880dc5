"""Checklists that were declared, and their rows as people and companies have them."""

from django.db import models

from squaremile.kernel.models import Row
from squaremile.residency.policies.checklists import ANCHORS, DOERS

STATES = ("open", "done", "waived")
MOVES = (("", "open"), ("open", "done"), ("open", "waived"), ("done", "open"), ("waived", "open"), ("done", "done"))


class ChecklistVersion(Row):
    """A list as it was declared. Never changed; rows that came from it keep its words."""

    code = models.CharField(max_length=20, unique=True)
    version = models.PositiveIntegerField()
    items = models.JSONField()
    declared_at = models.DateTimeField()
    declared_by = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_checklist"
        constraints = (
            models.CheckConstraint(name="checklist_after_the_standard", condition=models.Q(version__gte=1)),
            models.UniqueConstraint(name="checklist_version_once", fields=["version"]),
        )

    def __str__(self) -> str:
        return f"{self.version}"


class ChecklistEntry(Row):
    """One thing that a person (`member`) or a company has to do, with who signs it off and what it keeps shut."""

    code = models.CharField(max_length=20, unique=True)
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="checklist")
    member = models.ForeignKey("residency.Member", on_delete=models.PROTECT, null=True, related_name="checklist")
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    """Whose it is, where it is a person's: the same as the member's."""
    item = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    says_ko = models.CharField(max_length=200)
    says_en = models.CharField(max_length=200)
    doer = models.CharField(max_length=10, choices=[(d, d) for d in DOERS])
    signs = models.CharField(max_length=10, choices=[(d, d) for d in DOERS])
    anchor = models.CharField(max_length=5, choices=[(a, a) for a in ANCHORS])
    due_on = models.DateField()
    blocks = models.JSONField(default=list)
    after_due = models.BooleanField(default=False)
    needs_file = models.BooleanField(default=False)
    lasts = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=6, choices=[(s, s) for s in STATES])
    done_on = models.DateField(null=True)
    signed_by = models.UUIDField(null=True)
    signed_at = models.DateTimeField(null=True)
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    remark = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "residency_checklist_entry"
        constraints = (
            models.CheckConstraint(name="checklist_entry_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(
                name="checklist_entry_signed",
                condition=models.Q(state="open", done_on=None, signed_by=None, signed_at=None)
                | models.Q(state="done", done_on__isnull=False, signed_by__isnull=False, signed_at__isnull=False)
                | models.Q(state="waived", done_on=None, signed_by__isnull=False, signed_at__isnull=False)
                & ~models.Q(remark=""),
            ),
            models.CheckConstraint(
                name="checklist_entry_evidenced",
                condition=~models.Q(state="done", needs_file=True) | models.Q(file__isnull=False),
            ),
            models.CheckConstraint(
                name="checklist_entry_whose",
                condition=models.Q(member=None, person=None) | models.Q(member__isnull=False, person__isnull=False),
            ),
            models.UniqueConstraint(name="checklist_entry_once", fields=["company", "member", "item"], nulls_distinct=False),
        )
        indexes = (models.Index(fields=["company", "person", "state"], name="checklist_entry_of"),)

    def __str__(self) -> str:
        return self.code


class ChecklistEntryTransition(Row):
    """One step of a row's life. Written by the database itself whenever the state changes."""

    checklist_entry = models.ForeignKey("residency.ChecklistEntry", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=6, blank=True)
    after = models.CharField(max_length=6)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_checklist_entry_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
