"""“J'ai testé”: how people tell that they ran a method, and what the page learns from it."""
