package io.tidemark.lab.bench.day;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;

/**
 * A product on the shelf.
 *
 * @param index its place in the assortment, from 0
 * @param department its place among the departments, from 0
 * @param tax its VAT key's place, from 0
 * @param cost of one unit
 */
record Ware(
        int index,
        Line.Article article,
        int department,
        int tax,
        UnitPrice price,
        Unit unit,
        Money cost) {
    boolean isWeighed() {
        return unit == Unit.KILOGRAM;
    }
}
