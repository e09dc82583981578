/**
 * Whether somebody is who they say: numbers and PINs, checked on this machine and with no network.
 *
 * <p>A {@link io.tidemark.edge.people.Claim} comes with a request and goes no further than here: no
 * journal, no digest and no log has a PIN. {@link io.tidemark.edge.people.PinAttempts} counts what
 * was wrong and says how long to wait, over restarts, for which {@link
 * io.tidemark.edge.people.AttemptsFile} keeps the count; {@link io.tidemark.edge.people.PinCheck}
 * does the slow arithmetic on the request's own thread, never on the writer's.
 */
@NullMarked
package io.tidemark.edge.people;

import org.jspecify.annotations.NullMarked;
