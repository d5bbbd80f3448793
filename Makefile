# make test    install what is missing, build, run every test
.PHONY: deps test lint

# What a fresh Debian or Ubuntu machine lacks. Elsewhere the names are printed.
PACKAGES = libncursesw5-dev libsqlite3-dev

deps:
	@if command -v dpkg >/dev/null; then \
	  missing=$$(for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	  if [ -n "$$missing" ]; then \
	    sudo=$$( [ "$$(id -u)" = 0 ] || echo sudo ); \
	    $$sudo apt-get update -q && $$sudo apt-get install -y -q $$missing; \
	  fi; \
	else \
	  echo "Fairlead needs ncurses (wide) and SQLite with their headers."; \
	  echo "  macOS: brew install ncurses sqlite    Fedora: dnf install ncurses-devel sqlite-devel"; \
	fi

test: deps
	swift test

lint:
	swift format lint --strict --recursive Package.swift Sources Tests
