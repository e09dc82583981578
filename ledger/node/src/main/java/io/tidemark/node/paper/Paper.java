package io.tidemark.node.paper;

import java.util.List;

/**
 * A report, written out: nothing of it is computed any more, only laid out.
 *
 * @param foot what stands at its end, and what it was made by
 */
public record Paper(Head head, List<Table> tables, List<String> foot) {
    public Paper {
        tables = List.copyOf(tables);
        foot = List.copyOf(foot);
    }

    /**
     * What stands at its beginning.
     *
     * @param status what every print says of it
     * @param complete whether the status is a good one
     * @param notes further lines that a reader must not miss
     */
    public record Head(
            String organisation,
            String store,
            String title,
            String day,
            String status,
            boolean complete,
            List<String> notes) {
        public Head {
            notes = List.copyOf(notes);
        }
    }
}
