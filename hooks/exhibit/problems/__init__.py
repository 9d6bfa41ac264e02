"""Problems: what is wrong, where, and what would be right; the ground that every other folder stands on."""
