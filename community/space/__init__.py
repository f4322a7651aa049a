"""``/espace/``: what a person who signed in has to do here, and what is kept about them."""
