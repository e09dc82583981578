/** Whole stores for proof: the demo and the system tests, on real processes and sockets. */
@NullMarked
package io.tidemark.lab;

import org.jspecify.annotations.NullMarked;
