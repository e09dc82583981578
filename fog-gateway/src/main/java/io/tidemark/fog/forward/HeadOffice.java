package io.tidemark.fog.forward;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.ArchiveReceipt;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.node.forks.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Head office, as a gateway speaks to it. Every call is one attempt and may fail; {@link
 * HeadOfficeAway} says that it failed there or on the way, any other exception that it failed here.
 */
public interface HeadOffice {
    Answer hello(Hello hello) throws HeadOfficeAway;

    Answer batch(Batch batch) throws HeadOfficeAway;

    /**
     * Fetches the store's signed master-data file, if there is a newer one than this version.
     *
     * @param into what an attempt that was cut off left there is gone on from; whatever is there
     *     afterwards, also where this fails, is to be checked, and goes elsewhere once it was taken
     * @throws IOException if there is no room for it
     */
    boolean masterDataAfter(long version, Incoming into) throws IOException;

    Filed keep(Sealed sealed) throws IOException;

    /** Tells which forks of the store's devices stand: all of them. */
    void report(List<Evidence> forks) throws HeadOfficeAway;

    /** All grants of new epochs that head office has for this store. */
    List<EpochGrant> grants() throws HeadOfficeAway;

    /** Shows a grant that was signed while head office was away. */
    void show(EpochGrant grant) throws HeadOfficeAway;

    /** A sealed segment on its way to the archive. */
    record Sealed(JournalId origin, String segment, Path file, Hash digest) {}

    /** What became of a sealed segment. */
    sealed interface Filed {
        record Kept(ArchiveReceipt receipt) implements Filed {}

        /** Sending it again would be answered alike: a person must look. */
        record RefusedForGood(String why) implements Filed {}
    }
}
