package io.tidemark.cloud.ingest;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import java.util.Optional;
import java.util.function.LongFunction;

/** Whether a journal still holds what head office has marked. */
public final class MarkCheck {
    private MarkCheck() {}

    /**
     * @param last the journal's last sequence
     * @param hashAt its hash at a sequence up to {@code last}
     * @return what is wrong and what to do, if anything
     */
    public static Optional<String> shortfall(Mark mark, long last, LongFunction<Hash> hashAt) {
        String journal = "journal " + mark.origin().label();
        if (mark.sequence() > last)
            return Optional.of(
                    journal
                            + " ends at entry "
                            + last
                            + ", but head office has marked entry "
                            + mark.sequence()
                            + ": an old disk or copy was put back. Put the newer one back, or restore the journal with a"
                            + " copy from its gateway");
        if (!hashAt.apply(mark.sequence()).equals(mark.head().hash()))
            return Optional.of(
                    journal
                            + " has another entry "
                            + mark.sequence()
                            + " than the one head office has marked: restore it with a copy from its gateway");
        return Optional.empty();
    }

    /**
     * Before a word is said: no mark may fall.
     *
     * @throws CannotRun naming the first journal that holds less than was promised
     */
    public static void require(StoreJournals journals, MarkNotes notes) {
        for (Journal journal : journals.all())
            wrong(journal, notes)
                    .ifPresent(wrong -> {
                        throw new CannotRun(ExitCode.DAMAGED, wrong);
                    });
    }

    private static Optional<String> wrong(Journal journal, MarkNotes notes) {
        try {
            return notes.read(journal.id())
                    .flatMap(mark -> shortfall(mark, journal.forced().sequence(), journal::hashAt));
        } catch (Malformed e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
