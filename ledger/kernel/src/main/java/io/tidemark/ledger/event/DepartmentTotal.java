package io.tidemark.ledger.event;

import io.tidemark.ledger.money.Money;

/** What a department sold, less what came back. */
public record DepartmentTotal(String department, long lines, Money gross) {
    DepartmentTotal plus(DepartmentTotal other) {
        return new DepartmentTotal(
                department, Math.addExact(lines, other.lines), gross.plus(other.gross));
    }
}
