# `make demo` and `make test` do all the set-up on a fresh Debian or Ubuntu with Swift, git and make.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup demo test build release order bench growth fuzz format lint clean

SOURCES := Sources Tests Specs Package.swift

help: ## Show this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

demo: release ## Check, read and convert the sample claims and remittances, with a word on each step
	@./.ci/demo .build/release/x12

test: setup ## Build and run all tests (a minute more with X12_LONG_TESTS=1)
	@./.ci/test

build: setup ## Build everything for debugging
	swift build

release: setup ## Build the command line x12, optimised, Swift's libraries within
	X12_STATIC=1 swift build -c release --product x12

order: release ## Write down anew which functions belong together in the program (takes valgrind)
	@./.ci/order

bench: setup ## Measure speed as ratios to a plain memory scan, as the table in the README (options: BENCH=...)
	swift build -c release --product x12-benchmarks
	.build/release/x12-benchmarks run --format markdown $(BENCH)

growth: setup ## Measure how speed and memory change from 10 MB to 4 GB in one transaction set (a quarter of an hour; options: GROWTH=...)
	swift build -c release --product x12-benchmarks
	.build/release/x12-benchmarks growth --sizes 10MB,100MB,1GB,4GB $(GROWTH)

fuzz: setup ## Feed FUZZ (reader, parser, validator, models, json, xml, guide, profile) with made-up inputs for FUZZ_SECONDS
	@./.ci/fuzz $(FUZZ) $(FUZZ_SECONDS)

format: ## Format all Swift files
	swift format --in-place --recursive $(SOURCES)

lint: ## Check the format of all Swift files
	swift format lint --strict --recursive $(SOURCES)

clean: ## Remove what was built
	swift package clean

setup:
	@./.ci/setup
