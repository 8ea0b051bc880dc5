"""What the registers of safety still hold of a company that leaves. Whoever confirms an exit is told how many, not what."""

from uuid import UUID

from squaremile.kernel.scope import scope, system
from squaremile.safety.models import Container, Holding, WasteContainer
from squaremile.safety.models.container import HERE


def counts(organisation: UUID) -> dict[str, int]:
    """By kind of clearance: containers of chemicals, holdings of agents, waste that was not picked up. Three statements.

    Programme staff see no register: the figures are read for them as the worker reads.
    """
    with scope(system("worker")):
        return {
            "chemicals": Container.objects.filter(organisation=organisation, state__in=HERE).count(),
            "biologicals": Holding.objects.filter(organisation=organisation, here=True).count(),
            "waste": WasteContainer.objects.filter(organisation=organisation).exclude(state="picked_up").count(),
        }
