/**
 * Whether somebody is who they say: numbers and PINs, checked on this machine and with no network.
 *
 * <p>A {@link io.tidemark.node.people.Claim} comes with a request and goes no further than here: no
 * journal, no digest and no log has a PIN. {@link io.tidemark.node.people.PinAttempts} counts what
 * was wrong and says how long to wait, over restarts, for which {@link
 * io.tidemark.node.people.AttemptsFile} keeps the count; {@link io.tidemark.node.people.PinCheck}
 * does the slow arithmetic on the request's own thread, never on the writer's.
 */
@NullMarked
package io.tidemark.node.people;

import org.jspecify.annotations.NullMarked;
