"""Two shapes meet, axis by axis."""
