"""A line and its two sides, the perceptron rule, two layers that do XOR."""
