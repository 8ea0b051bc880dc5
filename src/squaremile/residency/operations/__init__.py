"""What residency does. Importing this package registers every operation."""

from squaremile.residency.operations.companies import edit_company, edit_profile, open_record

__all__ = ["edit_company", "edit_profile", "open_record"]
