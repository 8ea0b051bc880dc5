"""Tables of the network, one noun a file."""

from squaremile.network.models.approach import Approach, Connection, Feedback
from squaremile.network.models.incentive import ActivityKind, Credit, Payout, Pool
from squaremile.network.models.interaction import Attendee, Interaction, InteractionNote
from squaremile.network.models.introduction import Introduction, IntroductionDetail, IntroductionTransition
from squaremile.network.models.lab import Lab
from squaremile.network.models.membership import Directorship, Membership
from squaremile.network.models.need import Need, NeedDetail, NeedTransition
from squaremile.network.models.partner import Partner
from squaremile.network.models.person import Contact, Person
from squaremile.network.models.promise import Promise
from squaremile.network.models.tier import Entitlement, Tier

__all__ = [
    "ActivityKind", "Approach", "Attendee", "Connection", "Contact", "Credit", "Directorship", "Entitlement",
    "Feedback", "Interaction", "InteractionNote", "Introduction", "IntroductionDetail", "IntroductionTransition", "Lab",
    "Membership", "Need", "NeedDetail", "NeedTransition", "Partner", "Payout", "Person", "Pool", "Promise", "Tier",
]
