/**
 * A network that can fail on purpose. A {@link io.tidemark.lab.proxy.TcpProxy} stands between two
 * nodes, passes their bytes on unread, and can cut the way, hold it, and restore it. TLS goes
 * through it untouched: nodes know each other by certificate, not by port.
 */
@NullMarked
package io.tidemark.lab.proxy;

import org.jspecify.annotations.NullMarked;
