"""Can I bring this?"""
