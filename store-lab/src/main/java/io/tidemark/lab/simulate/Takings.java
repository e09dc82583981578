package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.History.Written;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds head office's books to what the tills took. */
final class Takings {
    private final World world;
    private final Oracle oracle;

    Takings(World world) {
        this.world = world;
        this.oracle = world.oracle();
    }

    /**
     * What head office has posted is what the tills' accepted journals say, each command once, to
     * the minor unit of each currency.
     */
    void check() {
        List<Counted> all = counted();
        Posting taken = Posting.NOTHING;
        for (Counted each : all) taken = taken.plus(each.written().posting());
        if (!(world.headOffice().node() instanceof HeadOfficeNode headOffice))
            throw new IllegalStateException("head office is not running");
        Posting posted = posted(headOffice.projection().rows());
        Posting expected = taken;
        Violation.require(
                posted.equals(expected),
                Check.MONEY,
                () -> "head office posted " + posted + " and the tills took " + expected);
        GoodsOnHand.check(all, world.parts());
        ReturnedTwice.check(all, world.parts());
        TakenUpTwice.check(world);
    }

    private Posting posted(Database.Rows rows) {
        Posting sum = Posting.NOTHING;
        for (JournalId store : world.gateway().journalIds()) sum = sum.plus(rows.of(store).sums());
        return sum;
    }

    /** An entry that the gateway accepted, and that counts. */
    record Counted(JournalId journal, long sequence, Written written) {
        Entry entry() {
            return EntryCodec.decode(written.bytes());
        }
    }

    private List<Counted> counted() {
        List<Counted> all = new ArrayList<>();
        for (TillSite site : world.tills()) counted(site, all);
        return all;
    }

    /** In all lives of a till; an entry of a branch whose like was accepted before is not new. */
    private void counted(TillSite site, List<Counted> all) {
        Set<Asked> before = new HashSet<>();
        for (JournalId life : world.decisions().livesOf(site.first())) {
            Set<Asked> here = new HashSet<>();
            long sequence = 0;
            for (Written entry : accepted(life)) {
                sequence++;
                Asked asked = Asked.of(entry);
                if (asked == null || !before.contains(asked))
                    all.add(new Counted(life, sequence, entry));
                if (asked != null) here.add(asked);
            }
            before.addAll(here);
        }
    }

    /** One of the entries that a command asked for. */
    private record Asked(CommandId command, int type) {
        static @Nullable Asked of(Written entry) {
            CommandId command = entry.command();
            return command == null
                    ? null
                    : new Asked(command, EntryCodec.header(entry.bytes()).type());
        }
    }

    private List<Written> accepted(JournalId journal) {
        Head held = oracle.copies().heldBy(world.gateway().name(), journal);
        if (held == null || held.sequence() == 0) return List.of();
        List<Written> branch = oracle.history(journal).branchWith(held);
        return Objects.requireNonNull(branch).subList(0, (int) held.sequence());
    }
}
