package io.tidemark.edge.broken;

import org.eclipse.paho.mqttv5.common.MqttMessage;

/** Breaks the rule on where Paho is used. */
public record TillThatPublishes(MqttMessage message) {}
