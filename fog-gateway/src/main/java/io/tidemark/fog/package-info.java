/**
 * The gateway of a store: gathers the journals of its tills over MQTT, closes the store's day,
 * shows it on a page, and sends it on to head office.
 *
 * <p>{@link io.tidemark.fog.FogGateway} is the program; {@link io.tidemark.fog.Gateway} puts the
 * parts together. Everything that decides does so on one writer; the broker, the pages, the
 * forwarding and the master data hand it their wishes and read what is on disk.
 */
@NullMarked
package io.tidemark.fog;

import org.jspecify.annotations.NullMarked;
