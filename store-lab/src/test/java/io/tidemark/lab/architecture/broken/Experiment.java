package io.tidemark.lab.architecture.broken;

/** Stands for the lab. */
public record Experiment() {}
