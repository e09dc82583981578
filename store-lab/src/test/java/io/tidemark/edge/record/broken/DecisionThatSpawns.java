package io.tidemark.edge.record.broken;

/** Breaks the rule that a core acts on nothing. */
public record DecisionThatSpawns(Thread thread) {}
