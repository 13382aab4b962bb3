# What a developer does here; `just` alone lists it. The two commands of the README work without it.

set positional-arguments
set dotenv-load
set dotenv-filename := ".run/secret.env"
python := ".venv/bin/python"

[private]
default:
    @just --list

# Install what is missing, load the starter data once, serve web and worker
run *options:
    ./run "$@"

# Run the whole suite, or with pytest's options some tests
test *options:
    ./test "$@"

# Find mistakes and broken storeys without running anything
lint:
    .venv/bin/ruff check
    .venv/bin/ruff format --check
    .venv/bin/djhtml --tabwidth 4 --check movingcities
    .venv/bin/lint-imports

# Bring code and templates into the common form
format:
    .venv/bin/ruff check --fix
    .venv/bin/ruff format
    .venv/bin/djhtml --tabwidth 4 movingcities

# Check types
types:
    .venv/bin/mypy

# Django's own commands on the data that ./run uses: just manage createsuperuser
manage *arguments:
    {{ python }} manage.py "$@"

# Pin every dependency of pyproject.toml anew, without addresses of an index (needs uv)
lock:
    uv pip compile --universal --generate-hashes --python-version 3.11 --no-emit-index-url --custom-compile-command "just lock" --quiet pyproject.toml --output-file requirements.txt
    uv pip compile --universal --generate-hashes --python-version 3.11 --no-emit-index-url --custom-compile-command "just lock" --quiet --extra dev --constraint requirements.txt pyproject.toml --output-file requirements-dev.txt

# Find interface strings, bring the catalogues up to date, compile them
messages:
    {{ python }} scripts/messages.py update
    {{ python }} scripts/messages.py compile

# Draw the outlines of the map anew; with --check only tell whether the committed files are the same
outlines *options:
    {{ python }} manage.py build_map_outlines "$@"

# Walk the running site link by link: is every record there, with its source, on a sound page?
crawl *options:
    {{ python }} scripts/crawl.py "$@"

# Look at every type of page of the running site: axe, markup, words, bytes, requests (a quarter of an hour)
quality *options:
    {{ python }} scripts/page_quality.py "$@"

# Measure pages and lists over all places (benchmarks/README.md)
benchmark *options:
    {{ python }} -m benchmarks "$@"
