"""What the network does. Importing this package registers every operation."""

from squaremile.network.operations.glossary import add_term, edit_term, retire_term
from squaremile.network.operations.labs import add_lab
from squaremile.network.operations.matches import judge_match
from squaremile.network.operations.needs import edit_need, list_need, submit_need, unlist_need
from squaremile.network.operations.partners import add_partner
from squaremile.network.operations.people import add_person
from squaremile.network.operations.pipeline import assign_need, close_need, move_need, open_need, withdraw_need
from squaremile.network.operations.searches import drop_search, mark_answers_seen, save_search
from squaremile.network.operations.short_lists import drop_list, put_on_list, start_list, take_off_list

__all__ = ["add_lab", "add_partner", "add_person"]

# finding and needs
__all__ += [
    "add_term", "assign_need", "close_need", "drop_list", "drop_search", "edit_need", "edit_term", "judge_match",
    "list_need", "mark_answers_seen", "move_need", "open_need", "put_on_list", "retire_term", "save_search",
    "start_list", "submit_need", "take_off_list", "unlist_need", "withdraw_need",
]
