package io.tidemark.edge.record;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.question.ReturnedPart;
import java.util.List;

/**
 * What came back of a receipt, as the gateway knows.
 *
 * @param here the workstation that asks
 * @param parts of all lines; none where the gateway was not reached
 */
public record CameBack(String here, List<ReturnedPart> parts) {
    public CameBack {
        parts = List.copyOf(parts);
    }

    /** A line as it was sold, with what came back of it. */
    public Found.Sold of(int number, Line line) {
        CameBack back =
                new CameBack(here, parts.stream().filter(part -> part.line() == number).toList());
        return new Found.Sold(line, back.sum(true), back.sum(false), back.last());
    }

    /** Where something of the receipt came back at another till, in words; empty if nowhere. */
    public String elsewhere() {
        return sum(false) == 0 ? "" : last();
    }

    private long sum(boolean atThisTill) {
        return parts.stream()
                .filter(part -> isHere(part) == atThisTill)
                .mapToLong(part -> part.quantity().thousandths())
                .reduce(0, Math::addExact);
    }

    private String last() {
        return parts.stream()
                .filter(part -> !isHere(part) && !part.quantity().isNegative())
                .reduce((_, later) -> later)
                .map(part ->
                        "on "
                                + part.day()
                                + " at "
                                + part.workstation()
                                + ", with receipt "
                                + part.receipt())
                .orElse("");
    }

    private boolean isHere(ReturnedPart part) {
        return part.workstation().equals(here);
    }
}
