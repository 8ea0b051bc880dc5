"""Pages of the network, one folder for each part of it."""
