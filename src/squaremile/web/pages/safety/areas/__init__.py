"""Control areas."""
