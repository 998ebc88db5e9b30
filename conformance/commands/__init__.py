"""The subcommands of `fhir-conformance`, each in a module of its name."""
