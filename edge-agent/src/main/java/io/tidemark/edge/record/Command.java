package io.tidemark.edge.record;

import io.tidemark.ledger.event.Line;
import java.util.List;

/**
 * What was asked, with what the catalogue said at that moment.
 *
 * @param lines priced, in the basket's order; empty for what sells nothing
 * @param masterDataVersion by which they were priced
 */
public record Command(Ask ask, List<Line> lines, long masterDataVersion) {
    public Command {
        lines = List.copyOf(lines);
    }

    /** A command that sells nothing. */
    public static Command of(Ask ask) {
        return new Command(ask, List.of(), 0);
    }
}
