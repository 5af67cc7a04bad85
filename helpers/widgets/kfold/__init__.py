"""K-fold cross-validation: which rows train, which validate."""
