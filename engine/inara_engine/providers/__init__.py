"""Models: one file per wire format, all behind one method (`base.Provider`)."""
