"""A tensor's cells, strides and bytes."""
