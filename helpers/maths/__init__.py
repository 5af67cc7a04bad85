"""The mathematics behind the chapters, in NumPy alone."""
