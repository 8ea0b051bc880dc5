"""The component gallery's register: every component of the kit with its samples in both languages."""

from squaremile.web.kit.sample import Component
from squaremile.web.kit.samples import controls, figures, frames, guidance, lists, states

COMPONENTS: tuple[Component, ...] = tuple(
    sorted(
        (
            *frames.COMPONENTS,
            *controls.COMPONENTS,
            *states.COMPONENTS,
            *figures.COMPONENTS,
            *guidance.COMPONENTS,
            *lists.COMPONENTS,
        ),
        key=lambda component: component.name,
    )
)
"""Each file of `templates/cotton` has exactly one entry here; a test compares the two."""
