"""What the network does when it hears something, one file for each part of it."""
