"""What the layers of a Keras model answered, epoch by epoch."""
