"""English as the European Union writes it."""
