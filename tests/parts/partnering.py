"""For the tests of the whole product: partnering events and the calendar of events."""
