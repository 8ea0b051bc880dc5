"""What the network does. Importing this package registers every operation."""

# network: the directory
from squaremile.network.operations.claims import claim_profile, decline_claim, grant_claim
from squaremile.network.operations.concepts import add_concept, edit_concept
from squaremile.network.operations.duplicates import find_duplicates
from squaremile.network.operations.entries import hide_entry, show_entry
from squaremile.network.operations.labs import add_lab, edit_lab
from squaremile.network.operations.merging import keep_apart, merge_duplicate, undo_merge
from squaremile.network.operations.own_profile import correct_profile, give_consent, withdraw_consent
from squaremile.network.operations.partners import add_partner, edit_partner
from squaremile.network.operations.people import add_person, edit_person
from squaremile.network.operations.publications import Author, add_publication, edit_publication, link_author
from squaremile.network.operations.research_projects import add_research_project, edit_research_project
from squaremile.network.operations.technologies import add_technology, confirm_technology, edit_technology

__all__ = [
    "Author", "add_concept", "add_lab", "add_partner", "add_person", "add_publication", "add_research_project",
    "add_technology", "claim_profile", "confirm_technology", "correct_profile", "decline_claim", "edit_concept",
    "edit_lab", "edit_partner", "edit_person", "edit_publication", "edit_research_project", "edit_technology",
    "find_duplicates", "give_consent", "grant_claim", "hide_entry", "keep_apart", "link_author", "merge_duplicate",
    "show_entry", "undo_merge", "withdraw_consent",
]  # fmt: skip
