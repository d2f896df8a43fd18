# `make run` starts the program, `make test` passes its tests: both on a fresh machine.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# What the tests use besides Qt's own libraries: a desktop without a screen, and other people's
# HMACs to compare ours with. Each command, and the Debian package that has it.
TEST_PARTS := Xvfb:xvfb dbus-daemon:dbus-daemon gnome-keyring-daemon:gnome-keyring \
  secret-tool:libsecret-tools /usr/libexec/at-spi-bus-launcher:at-spi2-core /usr/libexec/gcr-prompter:gcr xdotool:xdotool xprop:x11-utils \
  xclip:xclip openssl:openssl php:php-cli ruby:ruby node:nodejs

.PHONY: run test bench check-python run-packages test-packages clean

run: run-packages $(VENV)/.run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec $(BIN)/reamaze-gui; fi; \
	mkdir -p build && $(BIN)/reamaze-gui --demo --screenshot build/window.png && \
	echo "There is no display, so no window was opened: build/window.png shows it with a sample customer."

test: test-packages $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --cov --cov-report=
	$(BIN)/coverage report --include='reamaze_gui/core/*' --fail-under=100

bench: test-packages $(VENV)/.test
	$(BIN)/python -m tests.benchmarks

check-python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Python 3.11 or newer is needed: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }

# The libraries that Qt needs are asked for by name, so that any way to have them will do.
run-packages: check-python
	@missing="$$($(PYTHON) -m reamaze_gui.prerequisites)"; \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || missing="$$missing python3-venv"; \
	find /usr/share/fonts -name '*.[ot]tf' 2>/dev/null | grep -q . || missing="$$missing fonts-dejavu-core"; \
	$(call install,$$missing)

test-packages: run-packages
	@missing=""; for part in $(TEST_PARTS); do \
	  command -v "$${part%:*}" >/dev/null || missing="$$missing $${part#*:}"; done; \
	$(call install,$$missing)

# Installs as root or through sudo where that asks nothing; else says what to run, and stops.
define install
set -- $(1); [ $$# -eq 0 ] && exit 0; \
as_root=""; [ "$$(id -u)" -eq 0 ] || as_root="sudo -n"; \
if command -v apt-get >/dev/null && $$as_root true 2>/dev/null; then \
  $$as_root apt-get update -q && \
  $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $$@; \
else \
  echo "Please run this once, then start again:  sudo apt-get install $$*"; exit 1; \
fi
endef

$(VENV)/bin/pip:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'  # the first with --group

$(VENV)/.run: pyproject.toml constraints.txt | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.run
	$(BIN)/pip install --quiet --constraint constraints.txt --group dev
	@touch $@

clean:
	rm -rf $(VENV) build dist .coverage .*_cache
