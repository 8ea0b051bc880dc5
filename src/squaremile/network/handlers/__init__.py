"""What the network does when it hears of a fact, one file for each part of it."""
