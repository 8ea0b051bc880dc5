"""What metering shows."""
