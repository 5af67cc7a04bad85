"""Any small expression as a graph: values forward, gradients back."""
