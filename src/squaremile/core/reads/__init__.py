"""What core shows and answers to other domains, by screen or question."""
