"""What Inara can do in the world. A tool is a value, listed by hand in `face`."""
