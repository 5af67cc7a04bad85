"""A signal and a gradient in a deep stack of layers."""
