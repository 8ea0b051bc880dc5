"""A word of the trade in Korean and English, so that a question in one language finds text in the other."""

from django.db import models

from squaremile.kernel.models import Row, code_fits_addresses


class Term(Row):
    """One line of the cluster's own glossary. It adds to the terms that come with the product."""

    code = models.CharField(max_length=20, unique=True)
    ko = models.CharField(max_length=120)
    en = models.CharField(max_length=120)
    broader = models.CharField(max_length=120, blank=True)
    """The English term above this one: where a search ends when it finds nothing."""
    created_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)
    """Set when it is no longer used in searches."""

    class Meta:
        db_table = "network_term"
        constraints = (
            models.UniqueConstraint(fields=["ko", "en"], name="term_once"),
            code_fits_addresses("term_code_fits"),
            models.CheckConstraint(name="term_in_both", condition=~models.Q(ko="") & ~models.Q(en="")),
        )

    def __str__(self) -> str:
        return f"{self.ko} = {self.en}"
