package io.tidemark.fog.broken;

import io.tidemark.lab.architecture.broken.Experiment;

/** Breaks the rule that nobody depends on the lab. */
public record GatewayThatKnowsTheLab(Experiment experiment) {}
