"""Plans of space that were asked for at the desk are drawn here, by the worker."""

from squaremile.core.outbox import handles
from squaremile.published.residency import SpacePlanAsked
from squaremile.residency.operations import draw_space_plan


@handles("SpacePlanAsked")
def draw(fact: SpacePlanAsked) -> None:
    """Once: a plan that is drawn already stays as it is."""
    draw_space_plan(space_plan=fact.plan)
