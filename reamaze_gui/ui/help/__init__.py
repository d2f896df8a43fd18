"""Help and About."""
