/**
 * What the pages and APIs of all nodes have in common. {@link io.tidemark.node.web.LoopbackServer}
 * starts Micronaut on the loopback address; {@link io.tidemark.node.web.LoopbackDoor} lets in only
 * programs and pages of this machine, until people can sign in; whatever goes wrong is told as a
 * {@link io.tidemark.node.web.Problem}.
 */
@NullMarked
package io.tidemark.node.web;

import org.jspecify.annotations.NullMarked;
