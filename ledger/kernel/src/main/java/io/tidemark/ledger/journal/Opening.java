package io.tidemark.ledger.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Checks a journal's files, and makes them ready for what they are opened for. */
final class Opening {
    private Opening() {}

    /**
     * A journal that passed.
     *
     * @param writer none where it is only to be read
     */
    record Opened(JournalScan.Passed passed, @Nullable JournalWriter writer) {}

    /** Begins one where there is nothing, and cuts a torn tail. */
    static Opened toWrite(Rules rules, Storage storage) {
        try {
            if (JournalScan.isNew(storage.list())) ForcedCell.create(storage, rules.journal());
            JournalScan.Passed passed = new JournalScan(rules, storage).run();
            removeUnfinished(storage);
            JournalWriter writer =
                    new JournalWriter(rules.journal(), storage, rules.key(), passed.index());
            writer.recover(passed);
            return new Opened(passed, writer);
        } catch (IOException e) {
            throw cannotBeOpened(rules, e);
        }
    }

    /** Changes nothing. */
    static Opened toRead(Rules rules, Storage storage) {
        try {
            JournalScan scan = new JournalScan(rules, storage);
            boolean isNew = JournalScan.isNew(storage.list());
            return new Opened(isNew ? scan.nothing() : scan.run(), null);
        } catch (IOException e) {
            throw cannotBeOpened(rules, e);
        }
    }

    private static UncheckedIOException cannotBeOpened(Rules rules, IOException cause) {
        return new UncheckedIOException(
                "journal " + rules.journal().label() + " cannot be opened: " + cause.getMessage(),
                cause);
    }

    private static void removeUnfinished(Storage storage) throws IOException {
        for (String name : storage.list())
            if (name.endsWith(SegmentName.UNFINISHED_SUFFIX)) storage.delete(name);
    }
}
