"""Question sets, and the figures that say whether the answers got better or worse."""
