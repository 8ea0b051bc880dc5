"""What the network's screens show."""
