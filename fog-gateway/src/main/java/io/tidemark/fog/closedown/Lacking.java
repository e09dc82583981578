package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DeviceDays;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A journal of which less is here than a close-down took in: lost, put back from an older copy, or
 * not brought yet to a gateway that took another's place.
 *
 * @param taken the last entry that was taken in
 * @param here the last one that is here; 0 where none is
 */
public record Lacking(JournalId journal, long taken, long here) {
    /** Of what this close-down itself took in. A device without entries lacks nothing. */
    public static List<Lacking> of(
            StoreDayClosed closed, NodeName gateway, List<? extends DeviceDays> journals) {
        return closed.tills().stream()
                .filter(part -> part.first() > 0)
                .map(part -> of(part, idOf(part, gateway), journals))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Lacking> of(
            TillDay part, JournalId journal, List<? extends DeviceDays> journals) {
        long here =
                journals.stream()
                        .filter(each -> each.id().equals(journal))
                        .mapToLong(each -> each.received().sequence())
                        .findFirst()
                        .orElse(0);
        return here < part.last()
                ? Optional.of(new Lacking(journal, part.last(), here))
                : Optional.empty();
    }

    /**
     * @param store any node of the store
     */
    public static JournalId idOf(TillDay part, NodeName store) {
        return new JournalId(
                new NodeName(store.organisation(), store.store(), part.device()), part.epoch());
    }

    /**
     * What is lacking and where it comes from, for people.
     *
     * @param of what has it
     */
    public static String inWords(String of, List<Lacking> lacking) {
        return of
                + " has "
                + lacking.stream().map(Lacking::text).collect(Collectors.joining("; "))
                + ": the device sends them again once it is connected, or ./tidemark gateway recover"
                + " fetches what head office keeps";
    }

    String text() {
        return "entries up to "
                + taken
                + " of journal "
                + journal.label()
                + (here == 0 ? ", of which nothing is here" : ", which ends at " + here + " here");
    }
}
