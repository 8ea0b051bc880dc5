"""Door signs, who is inside, the emergency view, and the map of head-room."""
