"""One step of one optimizer."""
