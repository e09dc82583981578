/**
 * A plain-text journal of the day for hledger: a transaction for every receipt and every movement
 * of cash, every account and currency declared, and at its end the balances that the close-downs
 * say, asserted. Another currency is never turned into the store's by a price: both sides of it
 * stand on {@code equity:conversion}.
 */
@NullMarked
package io.tidemark.fog.export.hledger;

import org.jspecify.annotations.NullMarked;
