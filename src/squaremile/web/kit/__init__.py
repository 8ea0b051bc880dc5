"""The component kit: templates, tags and the gallery."""
