"""What the network does by itself, again and again, one file for each part of it."""
