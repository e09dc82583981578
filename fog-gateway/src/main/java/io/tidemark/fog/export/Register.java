package io.tidemark.fog.export;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A workstation's day: what all journals of its devices have of it, one after another as they go on
 * from each other.
 *
 * @param sells whether it is a till; a handheld has no drawer and no Z
 * @param stretches in the order in which the workstation worked
 * @param found what its drawers were over or short by, as the close-downs say
 */
public record Register(
        String workstation,
        boolean sells,
        LocalDate day,
        CurrencyCode currency,
        List<Stretch> stretches,
        List<Found> found) {
    public Register {
        stretches = List.copyOf(stretches);
        found = List.copyOf(found);
    }

    /**
     * Over where positive, short where negative, beyond what the close-downs before had said.
     *
     * @param supplement which close-down says so: 0 for the store Z
     */
    public record Found(int supplement, TenderType tender, Money amount) {}

    /**
     * Shows every entry that the close-downs counted, then what its drawers were over or short by.
     * What the close-downs kept without posting is left out here, too.
     *
     * @throws io.tidemark.ledger.event.EntryPruned if receipts of the day are no longer here
     */
    public void show(DayVisitor visitor) {
        Showing showing = new Showing(this, visitor);
        for (Stretch stretch : stretches)
            if (stretch.part().first() > 0)
                stretch.entries()
                        .replay(
                                stretch.part().first(),
                                stretch.part().last(),
                                (sequence, hash, bytes) ->
                                        show(new Read(stretch, sequence, hash, bytes), showing));
        showing.ended();
    }

    private record Read(Stretch stretch, long sequence, Hash hash, EntryBytes bytes) {}

    private void show(Read read, Showing showing) {
        if (read.stretch().repeats().contains(read.sequence())) return;
        try {
            if (!EntryCodec.header(read.bytes()).businessDay().equals(day)) return;
            showing.posted(
                    read.stretch(), read.sequence(), read.hash(), EntryCodec.decode(read.bytes()));
        } catch (Malformed keptUnposted) {
            return; // The close-down lists it as a problem of the day.
        }
    }
}
