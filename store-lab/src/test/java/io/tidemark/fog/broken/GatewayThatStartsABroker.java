package io.tidemark.fog.broken;

import com.hivemq.embedded.EmbeddedHiveMQ;

/** Breaks the rule on where HiveMQ is used. */
public record GatewayThatStartsABroker(EmbeddedHiveMQ broker) {}
