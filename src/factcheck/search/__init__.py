"""Full text over documents."""
