# `make run` and `make test` install what they need on a fresh machine.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/pytest -n auto --dist worksteal

# What the tests need besides Qt's libraries, as command-or-file:package. First a virtual desktop and
# the programs that the core is compared with; then the tools that inspect a desktop, and the
# languages of the server snippets.
QUICK_PARTS := Xvfb:xvfb dbus-daemon:dbus-daemon gnome-keyring-daemon:gnome-keyring \
  secret-tool:libsecret-tools xclip:xclip curl:curl openssl:openssl node:nodejs php:php-cli \
  ruby:ruby ssconvert:gnumeric
TEST_PARTS := $(QUICK_PARTS) /usr/libexec/at-spi-bus-launcher:at-spi2-core \
  /usr/libexec/gcr-prompter:gcr xdotool:xdotool xprop:x11-utils faketime:faketime \
  chromium:chromium git:git \
  desktop-file-validate:desktop-file-utils gio:libglib2.0-bin appstreamcli:appstream \
  npm:npm go:golang-go javac:default-jdk-headless mcs:mono-mcs mono:mono-runtime \
  /usr/lib/mono/4.5/System.Web.Extensions.dll:libmono-system-web-extensions4.0-cil \
  /usr/share/java/tomcat9-jasper.jar:libtomcat9-java \
  /usr/share/java/tomcat10-jasper.jar:libtomcat10-java
DEB_PARTS := chrpath:chrpath dh:debhelper help2man:help2man
SLOW_PARTS = $(DEB_PARTS) $(WALLET_PARTS) lintian:lintian debootstrap:debootstrap soffice:libreoffice-calc-nogui mutter:mutter wl-paste:wl-clipboard \
  keepassxc:keepassxc /usr/lib/python3/dist-packages/dbus:python3-dbus \
  firefox-esr:firefox-esr WebKitWebDriver:webkit2gtk-driver
# Debian 13 has another version of KDE's wallet than Debian 12.
WALLET_PARTS = $(if $(shell apt-cache show kwallet6 2>/dev/null),\
  kwalletd6:kwallet6 /usr/share/doc/libqca-qt6-plugins:libqca-qt6-plugins,\
  kwalletd5:libkf5wallet-bin /usr/share/doc/libqca-qt5-2-plugins:libqca-qt5-2-plugins)
TEST_GEMS := liquid actionpack activesupport

.PHONY: help run lint quick test test-all bench screenshots icons wheel bundle deb clean \
  check-python run-packages quick-packages test-packages slow-packages bundle-packages deb-packages

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: run-packages $(VENV)/.run  ## Start the program, or render its window without a display
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec $(BIN)/reamaze-gui; fi; \
	mkdir -p build && $(BIN)/reamaze-gui --demo --screenshot build/window.png && \
	echo "There is no display, so the window was rendered to build/window.png with a sample customer."

lint: $(VENV)/.test  ## Check rules, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

quick: quick-packages $(VENV)/.test  ## Test the core, the keyring, Build and Diagnose
	$(PYTEST) tests/core reamaze_gui/core tests/secret_store $(addprefix tests/ui/,build diagnose widgets)

# Only the core's own tests are traced for coverage, since tracing is slow.
test: test-packages $(VENV)/.test lint tests/formats/node_modules/.package-lock.json build/wordpress  ## Run everything that CI runs
	$(PYTEST) --cov --cov-report= --cov-fail-under=100 tests/core reamaze_gui/core
	$(PYTEST) tests --ignore tests/core

test-all: test bundle-packages slow-packages  ## Run the slow tests too: repetition, memory, bundle, pipx
	$(PYTEST) -m 'slow or hypothesis' --hypothesis-profile thorough --timeout 3600 --override-ini faulthandler_timeout=4000

bench: test-packages $(VENV)/.test  ## Run the benchmarks
	$(BIN)/python -m tests.benchmarks

# Every window in every state, at 100 % and 200 %, into build/screenshots and resources/screenshots.
screenshots: test-packages $(VENV)/.test  ## Render every window and state
	$(BIN)/python -m tests.screenshots

wheel: test-packages $(VENV)/.test  ## Build the wheel, into dist/
	$(BIN)/python -m build --no-isolation

bundle: bundle-packages $(VENV)/.test  ## Build a bundle that includes Python, into dist/
	$(BIN)/python -m PyInstaller --noconfirm --log-level ERROR reamaze-gui.spec

# In a separate folder, as debhelper leaves files behind. The folders are copied, since hatchling would
# follow symbolic links to them and then skip the folders themselves.
deb: deb-packages bundle  ## Build a Debian package of the bundle, into dist/
	rm -rf build/deb && mkdir -p build/deb/dist && cp -r debian resources build/deb
	cp -al dist/reamaze-gui build/deb/dist
	cd build/deb && debian/rules binary && mv dist/*.deb ../../dist

icons: test-packages $(VENV)/.test  ## Draw every size of the icon
	$(BIN)/python -m tests.drawn_icons

clean:  ## Remove everything that was built
	rm -rf $(VENV) build dist .coverage .*_cache

check-python:
	@command -v $(PYTHON) >/dev/null || { $(call install,$(notdir $(PYTHON))); }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Python 3.11 or newer is needed: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }

# Checks for the libraries themselves, not for their packages.
run-packages: check-python
	@missing="$$($(PYTHON) -m reamaze_gui.prerequisites)"; \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || missing="$$missing python3-venv"; \
	find /usr/share/fonts -name '*.[ot]tf' 2>/dev/null | grep -q . || missing="$$missing fonts-dejavu-core"; \
	$(call install,$$missing)

quick-packages: run-packages
	@$(call missing,$(QUICK_PARTS)); $(call install,$$missing)

test-packages: run-packages
	@$(call missing,$(TEST_PARTS)); \
	for gem in $(TEST_GEMS); do \
	  ruby -e "gem '$$gem'" 2>/dev/null || missing="$$missing ruby-$$gem"; done; \
	$(call install,$$missing)

slow-packages: run-packages
	@$(call missing,$(SLOW_PARTS)); $(call install,$$missing)

deb-packages:
	@$(call missing,$(DEB_PARTS)); $(call install,$$missing)

# PyInstaller needs Python's shared library, which is a separate package in Debian.
bundle-packages: run-packages
	@library="$$($(PYTHON) -c 'import sys; print("libpython{}.{}".format(*sys.version_info))')"; \
	missing=""; \
	$(PYTHON) -c "import ctypes; ctypes.CDLL('$$library.so.1.0')" 2>/dev/null || missing="$$library"; \
	$(call install,$$missing)

# Unpacked rather than installed, as the package depends on a web server and a database.
build/wordpress: | test-packages
	mkdir -p build && cd build && rm -rf wordpress.part && apt-get download -q wordpress && \
	dpkg-deb -x wordpress_*.deb wordpress.part && rm wordpress_*.deb && mv wordpress.part wordpress

tests/formats/node_modules/.package-lock.json: tests/formats/package-lock.json | test-packages
	cd tests/formats && npm ci --silent --no-audit --no-fund && touch node_modules/.package-lock.json

# Sets `missing` to the packages of the parts that are not installed.
define missing
missing=""; for part in $(1); do \
  command -v "$${part%:*}" >/dev/null || [ -e "$${part%:*}" ] || missing="$$missing $${part#*:}"; done
endef

# Installs packages as root or with passwordless sudo; otherwise prints the command to run, and fails.
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

# Needs a pip that knows --group; fails without a network.
$(VENV)/.pip:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@touch $@

$(VENV)/.run: pyproject.toml constraints.txt | $(VENV)/.pip
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.run
	$(BIN)/pip install --quiet --constraint constraints.txt --group dev
	@touch $@
