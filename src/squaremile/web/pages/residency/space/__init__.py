"""Floor plan, needs for space, the allocation desk, moves."""
