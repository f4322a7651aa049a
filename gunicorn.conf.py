"""How gunicorn serves the site; every figure can be changed by a variable of docs/deployment.md."""

from community.settings import environment as env

bind = env.text("MAILLAGE_BIND", "127.0.0.1:8000")
workers = env.number("WEB_CONCURRENCY", 2)
# Threads, because browsers open connections that they do not use yet, and such a connection
# would keep a whole synchronous worker waiting.
worker_class = "gthread"
threads = env.number("MAILLAGE_THREADS", 4)
# Load once, then fork: a fault stops the start with its sentence, and workers share memory.
preload_app = True
# Slow leaks of any library cost one worker, not the site; the jitter keeps them from all leaving.
max_requests = 5_000
max_requests_jitter = 500
timeout = 60
graceful_timeout = 20
# The control socket is one file per user: two sites on one machine would fight for it.
control_socket_disable = True
