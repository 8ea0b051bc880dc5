"""Pages of the network: needs."""
