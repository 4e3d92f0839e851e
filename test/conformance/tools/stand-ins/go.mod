module example.invalid/conformance/stand-ins

go 1.26.0
