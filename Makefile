# make run and make test need nothing but Debian 12 with Python 3.11, git and make: they set up what else there is to.

# Python keeps its byte code, or each start would take several times as long.
unexport PYTHONDONTWRITEBYTECODE

SHELL := /bin/bash
PYTHON_BIN := .venv/bin/python
# The tests have a desktop of their own; the person's is left alone.
ALONE := env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS

.PHONY: help run test check bench screenshots pictures package test-packages setup setup-tests clean

help:
	@echo 'make run          set up what is missing and start Inara (ARGS="ask hello" for the terminal)'
	@echo 'make test         set up what is missing and run all tests (ARGS="tests/engine -k files" for some)'
	@echo 'make check        format, lint, types, import contracts: under a minute'
	@echo 'make bench        measure speed and memory beside the floor of each'
	@echo 'make screenshots  draw the window in all its states into build/screenshots'
	@echo 'make pictures     draw the pictures of the README again'
	@echo 'make package      build the wheel, the one-folder bundle and the Debian package into dist'
	@echo 'make test-packages  install and start each of them somewhere clean (as root)'
	@echo 'make setup        set up what running needs; make setup-tests: what testing needs'
	@echo 'make clean        remove what was made here, the virtual environment included'

run: setup
	@$(PYTHON_BIN) -m inara_desktop $(ARGS)

test: setup-tests
	@$(ALONE) $(PYTHON_BIN) -m pytest -n 2 --dist loadfile --max-worker-restart=0 $(ARGS)

# All of them, also when the first finds something.
check: setup-tests
	@failed=; \
	.venv/bin/ruff format --check --quiet || failed+=' format'; \
	.venv/bin/ruff check --quiet || failed+=' lint'; \
	.venv/bin/pyright || failed+=' types'; \
	$(PYTHON_BIN) -m pytest -q tests/test_contracts.py -k tree || failed+=' contracts'; \
	if [ "$$failed" ]; then echo "make check found something in:$$failed"; exit 1; fi

bench: setup-tests
	@$(ALONE) $(PYTHON_BIN) -m tests.benchmarks $(ARGS)

screenshots: setup-tests
	@$(ALONE) $(PYTHON_BIN) -m tests.screenshots $(or $(ARGS),build/screenshots)

# The pictures of the README.
pictures: setup-tests
	@QT_QPA_PLATFORM=offscreen $(ALONE) $(PYTHON_BIN) -m tests.screenshots resources/pictures \
	    --scene conversation --scene confirm_diff --scene usage
	@rm -f resources/pictures/confirm_diff-dark.png resources/pictures/usage-light.png

package:
	@packaging/package.sh deb

test-packages: setup-tests package
	@packaging/system_packages.sh packaging/system_packages_package_test.txt
	@$(ALONE) $(PYTHON_BIN) -m pytest tests/packages $(ARGS)

setup:
	@packaging/setup.sh run

setup-tests:
	@packaging/setup.sh test

clean:
	@rm -rf .venv build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find desktop engine resources tests -name __pycache__ -prune -exec rm -rf {} +
