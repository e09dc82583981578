package io.tidemark.cloud.books;

import io.tidemark.ledger.Hash;
import java.time.LocalDate;

/**
 * The close-down that a posting is of.
 *
 * @param supplement 0 for the store Z itself
 * @param epoch of the store's journal
 * @param sequence of the entry there
 * @param hash of that entry
 */
public record CloseDownRef(
        String store,
        LocalDate day,
        long zNumber,
        int supplement,
        int epoch,
        long sequence,
        Hash hash) {}
