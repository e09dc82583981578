package io.tidemark.ledger.broken;

import io.tidemark.edge.broken.TillThatPublishes;

/** Breaks the import graph. */
public record KernelThatKnowsTheTill(TillThatPublishes till) {}
