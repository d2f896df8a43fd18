"""What the user sees: shows what core computed, and decides nothing."""
