"""How fast the site builds and how much of it a reader loads. Run one as `.venv/bin/python -m benchmarks.build`."""
