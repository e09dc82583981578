package io.tidemark.fog.broken.util;

/** Breaks the rule on packages. */
public record Anything() {}
