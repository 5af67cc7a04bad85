"""Single predictions of a classifier: pictures, texts."""
