"""Gas cylinders."""
