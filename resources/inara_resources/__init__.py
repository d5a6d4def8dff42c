"""Icons, styles and texts; no Qt."""
