package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.seal.LogFold;
import java.util.List;

/**
 * Reads the store's log as head office has it, life after life of the gateway: each head is of the
 * close-downs before it and of none else, and the last one of all of them.
 */
final class LogOfStore {
    private final World world;

    LogOfStore(World world) {
        this.world = world;
    }

    void check() {
        List<JournalId> lives = world.gateway().journalIds();
        LogFold fold =
                new LogFold(
                        lives.getFirst(),
                        true,
                        world.keysOf(world.headOffice()).verifierOf(world.gateway().name()));
        for (JournalId life : lives) {
            fold.begins(life, true);
            read(life, fold);
        }
        Violation.require(
                fold.faults().isEmpty(),
                Check.LOGGED,
                () -> "head office finds in the store's log: " + fold.faults());
        long signed = fold.head().map(head -> head.size()).orElse(0L);
        Violation.require(
                signed == fold.size(),
                Check.LOGGED,
                () -> "the log has " + fold.size() + " close-downs and is signed up to " + signed);
    }

    private void read(JournalId life, LogFold fold) {
        for (Journal journal : Repairs.journalsOf(world.headOffice()))
            if (journal.id().equals(life) && journal.forced().sequence() > 0)
                journal.replay(1, fold);
    }
}
