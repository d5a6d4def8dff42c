"""The window: PySide6 and qasync around the engine's face."""
