/**
 * Micronaut, H2 and Paho without Tidemark: what a till can hardly be smaller than. A page that
 * tells how many rows a table has, a row for each request, and a connection to a store's broker
 * over TLS, with a device's own certificate. Run as a process of its own, with a till's JVM flags
 * and an AOT cache of its own.
 */
@NullMarked
package io.tidemark.lab.bench.bare;

import org.jspecify.annotations.NullMarked;
