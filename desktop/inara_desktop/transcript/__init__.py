"""The transcript: a virtualised canvas of blocks (see `view`)."""
