# Everything a fresh machine needs: `make demo` to see carousels, `make test` to run all tests.

SHELL := /bin/sh
FLINT := .build/release/flint

# SECONDS is the shell's own in some; a value given to make wins.
SECONDS := 60

.PHONY: demo test golden schema bench faults power-loss kills fuzz leaks format lint setup build release clean

demo: setup release
	@scripts/demo $(FLINT)

test: setup
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build --parallel

golden: setup
	@scripts/record-golden

schema: setup
	@scripts/record-schema

bench: setup release
	@scripts/bench $(FLINT)

# BIN=FILE tests another program, COMMAND=NAME only some commands, SEED=N draws other cases;
# MORE="--short", "--all", "--images N", "--kills N" or "--report FILE".
HARNESS := --bin $(or $(BIN),$(FLINT)) --command "$(COMMAND)" --seed $(or $(SEED),1) $(MORE)

faults: setup $(if $(BIN),,release)
	@Tests/Faults/faults.py $(HARNESS)

power-loss: setup $(if $(BIN),,release)
	@Tests/Faults/power_loss.py $(HARNESS)

kills: setup $(if $(BIN),,release)
	@Tests/Faults/kills.py $(HARNESS)

# TARGET="csv zip" for some of them
fuzz: setup
	@scripts/fuzz --seconds $(SECONDS) $(TARGET)

leaks: setup release
	@scripts/leaks

build: setup
	swift build

release:
	swift build -c release --product flint

format:
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks

setup:
	@scripts/setup

clean:
	rm -rf .build
