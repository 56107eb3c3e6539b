"""The first page after sign-in and the picture of the whole."""
