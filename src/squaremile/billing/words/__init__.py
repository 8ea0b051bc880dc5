"""What billing says, a file a topic."""
