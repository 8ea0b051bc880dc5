"""Ground floor: money, time, identity, words, errors, operations and scope. No knowledge of the trade."""
