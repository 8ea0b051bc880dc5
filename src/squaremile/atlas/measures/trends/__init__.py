"""Growth, bursts and shift-share."""
