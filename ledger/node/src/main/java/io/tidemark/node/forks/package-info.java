/**
 * A journal that forked, as a person is shown it. {@link io.tidemark.node.forks.Evidence} is what a
 * receiver holds of both branches, as bytes, so that a gateway can tell head office; {@link
 * io.tidemark.node.forks.Fork} is read from it: where the branches part, what stands on each, what
 * on both. Nothing here decides; what was decided is a grant, and {@link
 * io.tidemark.node.forks.Grants} keeps those.
 */
@NullMarked
package io.tidemark.node.forks;

import org.jspecify.annotations.NullMarked;
