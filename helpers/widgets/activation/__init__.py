"""Activations side by side: their curves, their derivatives, one point that moves along them."""
