package io.tidemark.fog.export;

import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.node.paper.PrintedZ;
import io.tidemark.node.paper.StoreZPaper;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A business day of the store that was closed.
 *
 * @param gateway of the store
 * @param closed the store Z and its supplements, in order; at least the Z
 * @param before what the store had closed before this day's Z
 * @param registers every workstation that has a part in it, by its name
 * @param writing who writes the export, and when
 * @param printed the store Z and its supplements on paper
 */
public record ClosedDay(
        NodeName gateway,
        StoreFacts facts,
        LocalDate day,
        List<StoreDayClosed> closed,
        StoreHistory before,
        List<Register> registers,
        Writing writing,
        Printed printed) {
    /**
     * What goes on paper.
     *
     * @param of whose it is
     * @param zs read when somebody asks for them
     */
    public record Printed(StoreZPaper.Of of, Supplier<List<PrintedZ>> zs) {}

    public ClosedDay {
        closed = List.copyOf(closed);
        registers = List.copyOf(registers);
        if (closed.isEmpty()) throw new IllegalArgumentException(day + " has not been closed");
    }

    public CurrencyCode currency() {
        return facts.currency();
    }

    public long zNumber() {
        return closed.getFirst().zNumber();
    }

    /** What each close-down of the day says of itself; every export has it. */
    public String status() {
        return closed.stream()
                .map(each ->
                        (each.supplement() == 0
                                        ? "Z " + each.zNumber()
                                        : "supplement " + each.supplement())
                                + " "
                                + each.status())
                .collect(Collectors.joining(". "));
    }
}
