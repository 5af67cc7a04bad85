"""Which calls of a tf.function trace a graph."""
