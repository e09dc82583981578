package io.tidemark.node.projection;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.event.PrunedEntry;

/**
 * What one kind of node projects: its tables, and how an entry changes them.
 *
 * <p>Rules, which {@code ProjectionSchemaContract} (in this module's test jar) checks:
 *
 * <ul>
 *   <li>Rows are a function of the entries alone, whatever the order <em>between</em> journals: no
 *       clock, no identity column, no order of arrival.
 *   <li>Every table has a primary key. A key of one ascending BIGINT, such as {@code sequence *
 *       16384 + line}, takes 250,000 rows a second; a composite one half of that. The only other
 *       indexes are unique constraints; a plain index on lines would cost nine tenths of the speed,
 *       and cannot be checked.
 *   <li>Every validly chained entry is taken, known or not: what cannot be posted is a row that
 *       says so.
 * </ul>
 */
public interface ProjectionSchema {
    /** Names the H2 file. */
    String name();

    /**
     * To be raised whenever {@link #apply} makes other rows of the same entries; an older file is
     * then built anew.
     */
    int version();

    /**
     * Where {@code V1__….sql} and so on are, as {@code classpath:DIRECTORY}; each script is run
     * once, in an empty database.
     */
    String migrations();

    /** Applies one entry; entries of one journal come in sequence. */
    void apply(FollowedEntry entry, Rows rows);

    /**
     * Applies what is left of a receipt that was pruned before the tables took it in. Tables that
     * have taken it in keep their rows until they are built anew.
     *
     * @throws EntryPruned of a node that prunes nothing
     */
    default void pruned(JournalId journal, PrunedEntry left, Rows rows) {
        throw new EntryPruned(left);
    }
}
