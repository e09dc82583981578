package io.tidemark.fog.forward;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.ArchiveReceipt;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Head office, as a gateway speaks to it. Every call is one attempt and may fail. */
public interface HeadOffice {
    Answer hello(Hello hello) throws IOException;

    Answer batch(Batch batch) throws IOException;

    /** The signed master-data file, if there is a newer one than this version. */
    Optional<byte[]> masterDataAfter(long version) throws IOException;

    ArchiveReceipt keep(Sealed sealed) throws IOException;

    /** A sealed segment on its way to the archive. */
    record Sealed(JournalId origin, String segment, Path file, Hash digest) {}
}
