"""The coordinators of a site: the group that edits it, and nothing else."""
