"""What the network does by itself, one file for each part of it."""
