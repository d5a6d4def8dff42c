"""The pages of the settings: each shows values and emits what is wanted; its errands speak to the engine."""
