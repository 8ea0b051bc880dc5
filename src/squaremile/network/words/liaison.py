"""Words of liaison work: membership, interactions, promises, introductions, incentives."""
