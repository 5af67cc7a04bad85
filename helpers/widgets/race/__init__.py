"""Several optimizers on one surface."""
