/**
 * What should be in a workstation's drawer, and what was counted in it, over a business day that
 * may be closed in several parts: a {@link io.tidemark.ledger.drawer.DrawerPart} is what one
 * close-down says of a drawer, and {@link io.tidemark.ledger.drawer.Drawers} holds each against
 * those before it. The gateway and head office tell over/short by it alike.
 */
@NullMarked
package io.tidemark.ledger.drawer;

import org.jspecify.annotations.NullMarked;
