"""What became of the défis of each edition, counted from what everybody may see."""
