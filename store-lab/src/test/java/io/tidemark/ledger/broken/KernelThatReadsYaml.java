package io.tidemark.ledger.broken;

import org.yaml.snakeyaml.Yaml;

/** Breaks the kernel's freedom from libraries. */
public record KernelThatReadsYaml(Yaml yaml) {}
