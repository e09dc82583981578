/**
 * Amounts, prices, quantities and rates, each with its unit in its type. Amounts are whole minor
 * units and exact: arithmetic that does not fit throws. Rounding happens once, HALF_UP, where a
 * price meets a quantity or a tax rate.
 */
@NullMarked
package io.tidemark.ledger.money;

import org.jspecify.annotations.NullMarked;
