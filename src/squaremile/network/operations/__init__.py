"""What the network does. Importing this package registers every operation."""

# network: the directory
from squaremile.network.operations.claims import claim_profile, decline_claim, grant_claim
from squaremile.network.operations.concepts import add_concept, edit_concept
from squaremile.network.operations.duplicates import find_duplicates
from squaremile.network.operations.entries import hide_entry, show_entry

# network: finding and needs
from squaremile.network.operations.glossary import add_term, edit_term, retire_term
from squaremile.network.operations.labs import add_lab, edit_lab
from squaremile.network.operations.matches import judge_match
from squaremile.network.operations.merging import keep_apart, merge_duplicate, undo_merge
from squaremile.network.operations.needs import edit_need, list_need, submit_need, unlist_need
from squaremile.network.operations.own_profile import correct_profile, give_consent, withdraw_consent
from squaremile.network.operations.partners import add_partner, edit_partner
from squaremile.network.operations.people import add_person, edit_person
from squaremile.network.operations.pipeline import assign_need, close_need, move_need, open_need, withdraw_need
from squaremile.network.operations.publications import Author, add_publication, edit_publication, link_author
from squaremile.network.operations.research_projects import add_research_project, edit_research_project
from squaremile.network.operations.searches import drop_search, mark_answers_seen, save_search
from squaremile.network.operations.short_lists import drop_list, put_on_list, start_list, take_off_list
from squaremile.network.operations.technologies import add_technology, confirm_technology, edit_technology

__all__ = [
    "Author", "add_concept", "add_lab", "add_partner", "add_person", "add_publication", "add_research_project",
    "add_technology", "add_term", "assign_need", "claim_profile", "close_need", "confirm_technology",
    "correct_profile", "decline_claim", "drop_list", "drop_search", "edit_concept", "edit_lab", "edit_need",
    "edit_partner", "edit_person", "edit_publication", "edit_research_project", "edit_technology", "edit_term",
    "find_duplicates", "give_consent", "grant_claim", "hide_entry", "judge_match", "keep_apart", "link_author",
    "list_need", "mark_answers_seen", "merge_duplicate", "move_need", "open_need", "put_on_list", "retire_term",
    "save_search", "show_entry", "start_list", "submit_need", "take_off_list", "undo_merge", "unlist_need",
    "withdraw_consent", "withdraw_need",
]  # fmt: skip
