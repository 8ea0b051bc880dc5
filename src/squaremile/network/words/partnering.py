"""Words of partnering events and the calendar of events."""
