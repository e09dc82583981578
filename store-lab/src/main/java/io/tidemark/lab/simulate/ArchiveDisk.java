package io.tidemark.lab.simulate;

import io.tidemark.ledger.Batch;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.archive.ArchivedSegments;
import io.tidemark.ledger.archive.BatchSequence;
import io.tidemark.ledger.journal.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The archive as head office's disk has it: a file for each sealed segment, under its key. */
final class ArchiveDisk {
    private static final String DIRECTORY = "archive";
    private static final String DRAFT = ".new";

    private final Storage storage;

    ArchiveDisk(World world) {
        this.storage = world.headOffice().disk().directory(DIRECTORY);
    }

    Note file(JournalId origin, String name) {
        return new Note(storage, file(ArchivedSegments.key(origin, name)));
    }

    private static String file(String key) {
        return key.replace('/', '~');
    }

    /** Of all that is kept. */
    Set<String> keys() {
        try {
            Set<String> keys = new TreeSet<>();
            for (String file : storage.list())
                if (!file.endsWith(DRAFT)) keys.add(file.replace('~', '/'));
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names that were put there survive a power cut from now on. */
    void forceNames() {
        try {
            storage.forceDirectory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What whoever has the recovery key reads there of a journal. */
    List<Batch> all(JournalId journal) {
        List<Batch> found = new ArrayList<>();
        for (String key : keys())
            if (key.startsWith(journal.label() + "/")) found.addAll(opened(journal, key));
        found.sort(Comparator.comparingLong(Batch::from));
        return found;
    }

    /** Its beginning, as far as it is kept without a gap. */
    List<Batch> beginning(JournalId journal) {
        List<Batch> inOrder = new ArrayList<>();
        long next = 1;
        for (Batch batch : all(journal))
            if (batch.from() == next) {
                inOrder.add(batch);
                next = batch.last() + 1;
            }
        return inOrder;
    }

    private List<Batch> opened(JournalId journal, String key) {
        String name = key.substring(journal.label().length() + 1);
        Optional<byte[]> content =
                file(journal, name)
                        .read()
                        .flatMap(sealed -> SealStandIn.opened(journal, name, sealed));
        List<Batch> batches = new ArrayList<>();
        try (BatchSequence sequence = new BatchSequence(batches::add)) {
            if (content.isPresent()) sequence.write(content.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return batches;
    }
}
