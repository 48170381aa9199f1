"""Claims that speak of the same thing become matches."""
