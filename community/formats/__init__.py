"""How languages write dates and numbers, where Django says it otherwise."""
