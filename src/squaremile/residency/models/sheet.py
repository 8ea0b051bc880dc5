"""What an application says: the version it began with, an answer a question, and its files."""

from django.db import models

from squaremile.kernel.models import Row


class Sheet(Row):
    """The paper of one application. Its version stays; `returned_…` is what staff ask to have completed, and by when."""

    application = models.OneToOneField("residency.Application", on_delete=models.PROTECT, related_name="sheet")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey("residency.FormVersion", on_delete=models.PROTECT, related_name="+")
    returned_why = models.CharField(max_length=1000, blank=True)
    returned_until = models.DateTimeField(null=True)

    class Meta:
        db_table = "residency_sheet"
        constraints = (
            models.CheckConstraint(
                name="sheet_returned_reasoned",
                condition=models.Q(returned_why="", returned_until=None)
                | ~models.Q(returned_why="") & models.Q(returned_until__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return str(self.application_id)


class Answer(Row):
    """One answer. Staff see it once it is handed in; sponsors and the public then too, where it is not confidential.

    `version` counts its writings, so that two people at one question never overwrite each other unseen.
    """

    application = models.ForeignKey("residency.Application", on_delete=models.PROTECT, related_name="answers")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=40)
    value = models.JSONField(null=True)
    confidential = models.BooleanField(default=True)
    handed_in = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=254)
    """E-mail address of whoever wrote it last."""

    class Meta:
        db_table = "residency_answer"
        constraints = (models.UniqueConstraint(fields=["application", "question"], name="answer_once"),)

    def __str__(self) -> str:
        return self.question


class AnswerFile(Row):
    """A file in answer to a question. Taken out, it stays with its date."""

    code = models.CharField(max_length=20, unique=True)
    application = models.ForeignKey("residency.Application", on_delete=models.PROTECT, related_name="files")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=40)
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    saved_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "residency_answer_file"
        indexes = (models.Index(fields=["application", "question"], name="answer_file_of_question"),)

    def __str__(self) -> str:
        return self.name
