"""When an item is to be ordered, and how many."""


def missing(left: int, on_order: int, point: int | None, to: int | None) -> int:
    """How many to order now: up to `to`, once what is left and on its way is `point` or fewer; nothing otherwise."""
    if point is None or to is None or left + on_order > point:
        return 0
    return to - left - on_order
