"""Ready-made gains and strains in plain words, proposed where they fit, and the organisation's own beside them."""
