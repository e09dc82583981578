package io.tidemark.node.command;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.node.home.Watching;

/** Shows on a progress bar how far a node's journals have been read. */
final class JournalsWatched implements Watching, AutoCloseable {
    private final Progress progress;

    JournalsWatched(Progress progress) {
        this.progress = progress;
    }

    @Override
    public EntryVisitor over(JournalId journal, EntryVisitor visitor) {
        boolean[] begun = {false};
        return new Stepping(
                () -> {
                    if (!begun[0]) progress.begin("checking " + journal.label(), 0);
                    begun[0] = true;
                    progress.step();
                },
                visitor);
    }

    @Override
    public void close() {
        progress.close();
    }
}
