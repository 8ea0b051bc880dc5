"""Pages of the network: finding."""
