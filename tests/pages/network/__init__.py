"""Pages of the network: network."""
