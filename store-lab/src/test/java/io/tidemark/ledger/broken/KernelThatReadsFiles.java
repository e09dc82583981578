package io.tidemark.ledger.broken;

import java.nio.file.Path;

/** Breaks the rule that only the journal touches files. */
public record KernelThatReadsFiles(Path file) {}
