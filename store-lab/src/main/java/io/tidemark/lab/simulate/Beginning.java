package io.tidemark.lab.simulate;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.Journal;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * How a granted journal begins: it says what it goes on from, then takes in, once and byte for
 * byte, what was recorded here beyond the history that both have. Where the power went in between,
 * the rest follows at the next start.
 */
final class Beginning {
    private final Machine machine;
    private final EpochGrant grant;
    private final Carried carried;

    /**
     * How its node writes.
     *
     * @param first makes the first entry
     */
    record Writing(
            BiFunction<JournalContinued, Optional<Journal>, EntryBytes> first,
            Consumer<EntryBytes> append) {}

    Beginning(Machine machine, Continuation allowed) {
        this.machine = machine;
        this.grant = allowed.grant();
        this.carried = allowed.carried().orElse(Carried.NOTHING);
    }

    /**
     * @param before what is here of the journal that it goes on from
     */
    void of(Journal journal, Optional<Journal> before, Writing writing) {
        long lastHere = before.map(each -> each.forced().sequence()).orElse(0L);
        JournalContinued first = JournalContinued.of(grant, lastHere, carried);
        if (journal.forced().sequence() == 0)
            writing.append().accept(writing.first().apply(first, before));
        first.nextOfBranch(journal.head().sequence())
                .ifPresent(next ->
                        machine.world()
                                .parts()
                                .takeIn(before.orElseThrow(), next, writing.append()));
        if (journal.pendingBytes() > 0)
            machine.world().parts().force(journal, machine.world().keysOf(machine).signer());
    }
}
