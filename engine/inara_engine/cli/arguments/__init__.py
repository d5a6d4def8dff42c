"""What each command takes, with its help and examples: a module for each subject, with a function `add`."""
