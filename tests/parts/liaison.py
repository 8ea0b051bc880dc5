"""For the tests of the whole product: liaison work: membership, interactions, promises, introductions, incentives."""
