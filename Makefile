# `make run` starts the program, `make test` passes its tests: both on a fresh machine.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# What the tests use besides Qt's own libraries. First a desktop without a screen, and the tools
# that look at it from outside; then what the snippets for servers are run with. Each command or
# file, and the Debian package that has it.
TEST_PARTS := Xvfb:xvfb dbus-daemon:dbus-daemon gnome-keyring-daemon:gnome-keyring \
  secret-tool:libsecret-tools /usr/libexec/at-spi-bus-launcher:at-spi2-core \
  /usr/libexec/gcr-prompter:gcr xdotool:xdotool xclip:xclip xprop:x11-utils openssl:openssl \
  faketime:faketime \
  chromium:chromium curl:curl ssconvert:gnumeric \
  desktop-file-validate:desktop-file-utils appstreamcli:appstream \
  php:php-cli ruby:ruby node:nodejs npm:npm go:golang-go javac:default-jdk-headless \
  mcs:mono-mcs mono:mono-runtime \
  /usr/lib/mono/4.5/System.Web.Extensions.dll:libmono-system-web-extensions4.0-cil \
  /usr/share/java/tomcat9-jasper.jar:libtomcat9-java \
  /usr/share/java/tomcat10-jasper.jar:libtomcat10-java
TEST_GEMS := liquid actionpack activesupport

.PHONY: run test bench mutants screenshots icons wheel bundle check-python run-packages test-packages clean

run: run-packages $(VENV)/.run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec $(BIN)/reamaze-gui; fi; \
	mkdir -p build && $(BIN)/reamaze-gui --demo --screenshot build/window.png && \
	echo "There is no display, so no window was opened: build/window.png shows it with a sample customer."

test: test-packages $(VENV)/.test tests/formats/node_modules/.package-lock.json build/wordpress
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --cov --cov-report= --cov-fail-under=100 tests/core reamaze_gui/core
	$(BIN)/pytest -n auto --dist worksteal --ignore tests/core --ignore reamaze_gui/core

bench: test-packages $(VENV)/.test
	$(BIN)/python -m tests.benchmarks

# Takes an hour or two: see tests/mutants.py for how to try less, or more.
mutants: test-packages $(VENV)/.test
	$(BIN)/pip install --quiet --constraint constraints.txt --group mutants
	$(BIN)/python -m tests.mutants

# A picture of every window and state, at 100 % and 200 %, into build/screenshots and resources/screenshots.
screenshots: test-packages $(VENV)/.test
	$(BIN)/python -m tests.screenshots

wheel: test-packages $(VENV)/.test
	$(BIN)/python -m build --no-isolation

bundle: test-packages $(VENV)/.test
	$(BIN)/python -m PyInstaller --noconfirm --log-level ERROR reamaze-gui.spec

icons: test-packages $(VENV)/.test
	$(BIN)/python -m tests.drawn_icons

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
	  command -v "$${part%:*}" >/dev/null || [ -e "$${part%:*}" ] || \
	    missing="$$missing $${part#*:}"; done; \
	for gem in $(TEST_GEMS); do \
	  ruby -e "gem '$$gem'" 2>/dev/null || missing="$$missing ruby-$$gem"; done; \
	$(call install,$$missing)

# The real WordPress, unpacked and not installed: that would bring a web server and a database.
build/wordpress: | test-packages
	mkdir -p build && cd build && rm -rf wordpress.part && apt-get download -q wordpress && \
	dpkg-deb -x wordpress_*.deb wordpress.part && rm wordpress_*.deb && mv wordpress.part wordpress

tests/formats/node_modules/.package-lock.json: tests/formats/package-lock.json | test-packages
	cd tests/formats && npm ci --silent --no-audit --no-fund && touch node_modules/.package-lock.json

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
