# `make run` and `make test` prepare all they need in .venv; nothing is installed outside of it.
.DEFAULT_GOAL := help
.PHONY: help run test check format bench bench-search bench-validate bench-service mutants mutants-profiles definitions \
	profiles profiles-check package guide settings constraints clean ready

BIN := .venv/bin
ARGS ?=
PROCESSES ?= 2

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

ready:
	@scripts/bootstrap.sh

# For trying out, browser applications of any origin may call; `fhir-server serve` is stricter.
run: export FHIR_CORS_ORIGINS ?= *
run: ready ## Start MongoDB and the FHIR server with demo data (FHIR_PORT=8081 for another port)
	@exec $(BIN)/fhir-server serve --demo $(ARGS)

test: check ## Check, then run the tests (ARGS="-k history" for some)
	$(BIN)/pytest -n $(PROCESSES) --dist loadfile $(ARGS)

check: ready ## Lint, formatting, types, import directions
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: ready ## Mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: ready ## Measure against the floors, print a table
	$(BIN)/python -m bench $(ARGS)

bench-search: ready ## Measure search at 1,000 and 8,000 patients (ARGS="--patients 1000,64000")
	$(BIN)/python -m bench.search $(ARGS)

bench-service: ready ## Measure the service: reports over 100,000 contracts (ARGS="--contracts 10000")
	$(BIN)/python -m bench.service $(ARGS)

bench-validate: ready ## Measure the validator: start, speed, memory
	$(BIN)/python -m bench.validate

# The official examples, where the tests keep them, too.
EXAMPLES ?= .pytest_cache/d/examples/package

.pytest_cache/d/examples/package:
	mkdir -p $(@D) && cd $(@D) && tar -xzf "$$(npm pack --silent hl7.fhir.r4.examples@4.0.1)" && rm -f *.tgz

mutants: ready $(EXAMPLES) ## Break every rule of every R4 profile; the validator has to find each fault
	$(BIN)/python -m conformance.mutants --examples $(EXAMPLES) --examples tests/conformance/mutants/examples $(ARGS)

mutants-profiles: ready ## The same with the profiles of the service and their examples
	$(BIN)/python -m conformance.mutants --package profiles/generated --examples profiles/generated $(ARGS)

definitions: ready ## Compile the official R4 package to conformance/definitions
	$(BIN)/python -m conformance.definitions.build $(ARGS)

NODE_MISSING := Node 20 with npm is needed to compile FSH, and not on PATH; nothing else needs it
HAS_NODE = command -v node >/dev/null && command -v npm >/dev/null
BUILD_PROFILES = PYTHON=$(BIN)/python node profiles/build.mjs

profiles: ready ## Compile profiles/fsh to profiles/generated (needs Node)
	@$(HAS_NODE) || { echo "make profiles: $(NODE_MISSING)." >&2; exit 1; }
	@$(BUILD_PROFILES)

profiles-check: ready ## Compile profiles/fsh anew and compare (skipped without Node)
	@if $(HAS_NODE); then $(BUILD_PROFILES) --check; else echo "skipped: $(NODE_MISSING)."; fi

package: ready ## Write the FHIR package of the profiles to dist/
	@$(BIN)/python -m profiles.package

guide: ready ## Write the pages of the profiles to .build/guide
	@$(BIN)/python -m profiles.guide $(ARGS)

settings: ready ## Write docs/settings.md and docs/rules.md from what they describe
	$(BIN)/python -m fhir_server.settings > docs/settings.md
	$(BIN)/python -m fhir_server.rules.page > docs/rules.md

constraints: ## Pin the newest versions of everything in constraints.txt
	scripts/pin.sh

clean: ## Remove what was installed and built, keep the data
	rm -rf .venv build .build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
