package io.tidemark.authority.broken;

/** Stands for the authority. */
public record Issuer() {}
