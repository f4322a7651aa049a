"""How a team tells what became of its défi."""
