/**
 * The store's MQTT broker: the only package that knows HiveMQ.
 *
 * <p>A device connects over TLS 1.3 with its certificate; {@link io.tidemark.fog.broker.Doorkeeper}
 * says whose certificate it is, and the device is then bound to that name: its client id, its
 * topics, its will. Whatever it publishes is taken in an inbound interceptor and handed to {@link
 * io.tidemark.fog.broker.Arrivals} as the word of that name; the PUBACK waits until it has been
 * dealt with, and the broker itself never delivers or keeps it. The broker holds no truth:
 * everything in it may be lost at any moment.
 */
@NullMarked
package io.tidemark.fog.broker;

import org.jspecify.annotations.NullMarked;
