"""A Document becomes claims."""
