"""What the network hears, one file for each part of it."""
