"""Following a page, a theme or a territory: by e-mail, without an account, or by Atom.

Whatever is told is read as anybody would read it: through ``visible(of_anybody(request))``.
"""
