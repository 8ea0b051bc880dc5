"""What the network does. Importing this package registers every operation."""

from squaremile.network.operations.agreement_clocks import answer_clock, set_clock
from squaremile.network.operations.agreement_papers import add_paper, record_check
from squaremile.network.operations.agreement_parties import add_party, add_signatory, remove_party
from squaremile.network.operations.agreement_steps import advance_agreement, end_agreement, renew_agreement
from squaremile.network.operations.agreement_summaries import publish_agreement, unpublish_agreement
from squaremile.network.operations.agreements import draft_agreement, edit_agreement
from squaremile.network.operations.commitments import add_commitment, record_commitment
from squaremile.network.operations.figures import publish_figures
from squaremile.network.operations.labs import add_lab
from squaremile.network.operations.partners import add_partner
from squaremile.network.operations.people import add_person

__all__ = ["add_lab", "add_partner", "add_person"]
__all__ += [
    "add_commitment", "add_paper", "add_party", "add_signatory", "advance_agreement", "answer_clock", "draft_agreement",
    "edit_agreement", "end_agreement", "publish_agreement", "publish_figures", "record_check", "record_commitment",
    "remove_party", "renew_agreement", "set_clock", "unpublish_agreement",
]  # agreements
