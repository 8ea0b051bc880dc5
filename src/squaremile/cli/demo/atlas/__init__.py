"""The atlas of the demonstration: Jeonbuk's municipalities, sketched, and organisations that are all invented."""
