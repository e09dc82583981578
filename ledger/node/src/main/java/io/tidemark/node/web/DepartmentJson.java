package io.tidemark.node.web;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.DepartmentTotal;

/** What a department sold, in JSON, the same in every node's API. */
@Serdeable
public record DepartmentJson(String department, long lines, Amount gross) {
    public static DepartmentJson of(DepartmentTotal total) {
        return new DepartmentJson(total.department(), total.lines(), Amount.of(total.gross()));
    }
}
