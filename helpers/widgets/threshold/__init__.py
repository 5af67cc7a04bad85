"""From probabilities to yes and no."""
