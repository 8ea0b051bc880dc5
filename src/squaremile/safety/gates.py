"""What safety asks of others' operations."""
