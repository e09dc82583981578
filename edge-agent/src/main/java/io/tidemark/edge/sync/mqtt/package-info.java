/**
 * The way to the gateway over MQTT 5, with Eclipse Paho; the only package that knows of Paho.
 *
 * <p>A connection is opened with this till's certificate, subscribes to its two topics, and from
 * then on turns what Paho calls back into {@link io.tidemark.edge.sync.UplinkEvent}s in the loop's
 * bounded queue. Paho's own reconnect, persistence and acknowledgements are not used: the journal
 * is the persistence, the mark is the acknowledgement, and when to connect again the loop decides.
 */
@NullMarked
package io.tidemark.edge.sync.mqtt;

import org.jspecify.annotations.NullMarked;
