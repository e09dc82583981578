@NullMarked
package io.tidemark.edge.sync.mqtt;

import org.jspecify.annotations.NullMarked;
