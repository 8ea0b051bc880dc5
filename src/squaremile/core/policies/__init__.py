"""Core's plain rules: values in, values out."""
