"""Two affine maps, one after the other, and a ReLU between them."""
