"""The gallery of the component kit."""
