package io.tidemark.fog.broken;

import io.micronaut.http.HttpRequest;

/** Breaks the rule on where Micronaut is used. */
public record GatewayThatIsAFramework(HttpRequest<byte[]> request) {}
