package io.tidemark.lab.simulate;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.journal.Journal;
import org.jspecify.annotations.Nullable;

/** Turns stored bits over, where somebody else has the same entries. */
final class BitFlips {
    private final World world;
    private final Oracle oracle;

    BitFlips(World world) {
        this.world = world;
        this.oracle = world.oracle();
    }

    /** Only where another intact copy goes as far: else nobody could say what was there. */
    boolean flip(Machine machine, Journal journal) {
        JournalId id = journal.id();
        boolean repairable =
                !oracle.copies().isHarmedAnywhere(id)
                        && !oracle.exchanges().isExchanged(id)
                        && oracle.exchanges().oldDisk().isEmpty()
                        && oracle.givenUp().isInArchive()
                        && othersHave(machine, id, journal.forced());
        if (!repairable || !machine.disk().flipBit(id.label())) return false;
        oracle.copies().harmed(machine.name(), id);
        return true;
    }

    private boolean othersHave(Machine machine, JournalId id, Head forced) {
        boolean isOrigin = id.node().equals(machine.name());
        if (!isOrigin) return true; // The origin has all that it ever sent, or the archive has.
        NodeName receiver = world.wireOf(machine).server().name();
        @Nullable Head held = oracle.copies().heldBy(receiver, id);
        return held != null && held.sequence() >= forced.sequence();
    }
}
