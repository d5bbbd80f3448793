# make demo          install what is missing, build, open the program on a local server
# make test          install what is missing, build, run every test
# make lint          check the style; make format puts it right
# make bench         measure speed and memory against a bare ncurses program
# make screenshots   take the pictures of the README anew
# make man           write the manual pages into .build/man
.PHONY: deps build demo test lint format bench screenshots man clean

# What a fresh Debian or Ubuntu machine lacks: to build the program, to run its tests, to take pictures.
PACKAGES = libncursesw5-dev libsqlite3-dev libhpdf-dev libzip-dev libvterm-dev poppler-utils fonts-dejavu-core
PICTURES = xvfb xterm xdotool imagemagick fonts-noto-cjk fonts-noto-color-emoji fonts-lohit-deva \
  fonts-tlwg-mono

# Installs those of a list of Debian packages that are missing.
define install
@if ! command -v apt-get >/dev/null; then \
  echo "Fairlead needs wide ncurses, SQLite and libharu with their headers; its tests libvterm and pdftotext."; \
  echo "  macOS:  brew install ncurses sqlite libharu libvterm poppler"; \
  echo "  Fedora: dnf install ncurses-devel sqlite-devel libharu-devel libvterm-devel poppler-utils"; \
  exit 0; \
fi; \
missing=$$(for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
[ -z "$$missing" ] && exit 0; \
sudo=; if [ "$$(id -u)" != 0 ]; then sudo=sudo; fi; \
if [ -n "$$sudo" ] && ! command -v sudo >/dev/null; then \
  echo "Please ask your administrator to run: apt-get install" $$missing; exit 1; \
fi; \
$$sudo apt-get update -q && $$sudo apt-get install -y -q $$missing
endef

deps:
	$(call install,$(PACKAGES))

# A debug build is there in half the time of a release build, and tests share it.
build: deps
	swift build --product fairlead

demo: build
	@.build/debug/fairlead demo

test: deps
	swift test

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

bench: deps
	swift run -c release benchmark

screenshots: build
	$(call install,$(PICTURES))
	.screenshots/take .build/debug/fairlead

man: build
	swift build --product generate-manual
	mkdir -p .build/man
	.build/debug/generate-manual-tool .build/debug/fairlead --multi-page --output-directory .build/man

clean:
	swift package clean
