"""Residency: one company record, from the first enquiry to alumni."""
