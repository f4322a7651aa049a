"""The report (bilan) of an edition, drafted from what is recorded."""
