package io.tidemark.edge.record;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the count of a drawer stands.
 *
 * @param drawers what the step is about: what is still to be counted, or is beyond the tolerance
 */
public record SettleStanding(Settling.Step step, List<InDrawer> drawers) {
    public SettleStanding {
        drawers = List.copyOf(drawers);
    }

    public boolean isSettled() {
        return step == Settling.Step.SETTLED;
    }

    /** The step, by its name. */
    public String name() {
        return step.name();
    }

    /** What a person does next. */
    String whatNext() {
        String which = drawers.stream().map(InDrawer::toString).collect(Collectors.joining(", "));
        return switch (step) {
            case COUNT -> "count first what is in the drawer: " + which;
            case RECOUNT ->
                    "the count is further off than this shop tolerates: count again, without"
                            + " looking at the first count: "
                            + which;
            case REASON ->
                    "the count is further off than this shop tolerates, also when counted again ("
                            + which
                            + "): settle the till with a reason and a second person's approval";
            case READY -> "the count is in order: settle the till";
            case SETTLED -> "the till is settled already: nothing has moved in it since";
        };
    }
}
