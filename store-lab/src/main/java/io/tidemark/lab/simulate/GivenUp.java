package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.History.Written;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.SegmentInfo;
import io.tidemark.ledger.retention.Retention;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds nodes to what they may give up: receipts of days whose close-down head office has marked,
 * old enough, and in its archive to the byte, when they are given up and at the end.
 */
final class GivenUp {
    private final World world;
    private final Histories histories;
    private final Marks marks;
    private final List<Receipts> given = new ArrayList<>();

    /**
     * The receipts of a segment.
     *
     * @param written those, by sequence
     */
    private record Receipts(NodeName by, JournalId journal, Map<Long, EntryBytes> written) {}

    GivenUp(World world, Histories histories, Marks marks) {
        this.world = world;
        this.histories = histories;
        this.marks = marks;
    }

    /** A node is about to give these up. */
    void gives(NodeName by, Journal journal, Retention.Due due) {
        SegmentInfo segment = due.segment();
        Receipts receipts = new Receipts(by, journal.id(), receipts(journal, segment));
        given.add(receipts);
        requireClosed(by, journal.id(), due);
        if (!world.oracle().exchanges().hasArchiveForgotten()) requireArchived(receipts);
    }

    private Map<Long, EntryBytes> receipts(Journal journal, SegmentInfo segment) {
        Head last = new Head(segment.last(), journal.hashAt(segment.last()));
        List<Written> written = histories.upTo(journal.id(), last);
        Map<Long, EntryBytes> receipts = new TreeMap<>();
        for (long at = segment.first(); at <= segment.last(); at++) {
            EntryBytes bytes = written.get((int) at - 1).bytes();
            if (PrunedEntry.isGivenUp(bytes)) receipts.put(at, bytes);
        }
        return receipts;
    }

    /** Each in a close-down that head office has marked, and old enough by the newest of those. */
    private void requireClosed(NodeName by, JournalId journal, Retention.Due due) {
        StoreHistory known = markedByHeadOffice();
        given.getLast()
                .written()
                .forEach((sequence, bytes) -> {
                    LocalDate day = EntryCodec.header(bytes).businessDay();
                    Violation.require(
                            known.takenUpTo(day, journal) >= sequence,
                            Check.GIVEN_UP,
                            () ->
                                    by
                                            + " gives up entry "
                                            + sequence
                                            + " of "
                                            + journal
                                            + " before head office has the close-down of "
                                            + day);
                    boolean isOld =
                            known.lastDay()
                                    .filter(day.plusDays(due.why().days())::isBefore)
                                    .isPresent();
                    Violation.require(
                            isOld,
                            Check.GIVEN_UP,
                            () ->
                                    by
                                            + " gives up entry "
                                            + sequence
                                            + " of "
                                            + journal
                                            + " too early");
                });
    }

    /** All that was closed, as far as head office has said of each life of the store's journal. */
    private StoreHistory markedByHeadOffice() {
        StoreHistory known = StoreHistory.none(world.currency());
        Branches branches = new Branches();
        for (JournalId store : world.gateway().journalIds()) {
            long sequence = 0;
            for (Written entry : histories.upTo(store, known(store))) {
                var event = EntryCodec.decode(entry.bytes()).event();
                branches.entry(store, ++sequence, event);
                if (event instanceof StoreDayClosed closed
                        && !branches.isUnfiled(store, sequence, closed)) known = known.then(closed);
            }
        }
        return known;
    }

    /** Of a life that is over, what head office gave back to the next one. */
    private Head known(JournalId store) {
        return world.decisions()
                .ending(store)
                .map(over -> over.grant().end())
                .orElseGet(() -> marks.highest(world.headOffice(), store));
    }

    private void requireArchived(Receipts receipts) {
        Map<Long, EntryBytes> kept = archived(receipts.journal());
        receipts.written()
                .forEach((sequence, bytes) ->
                        Violation.require(
                                Optional.ofNullable(kept.get(sequence))
                                        .filter(bytes::equals)
                                        .isPresent(),
                                Check.ARCHIVED,
                                () ->
                                        "entry "
                                                + sequence
                                                + " of "
                                                + receipts.journal()
                                                + ", which "
                                                + receipts.by()
                                                + " gave up, is not in the archive"));
    }

    private Map<Long, EntryBytes> archived(JournalId journal) {
        Map<Long, EntryBytes> kept = new TreeMap<>();
        for (Batch batch : new ArchiveDisk(world).all(journal)) {
            long sequence = batch.from();
            for (EntryBytes entry : batch.entries()) kept.put(sequence++, entry);
        }
        return kept;
    }

    /** Every hash and header is what it was, and all that is no receipt, to the byte. */
    void gave(NodeName by, Journal journal) {
        List<Written> written = histories.upTo(journal.id(), journal.forced());
        List<Found> left = Replayed.of(journal);
        for (int i = 0; i < written.size(); i++)
            if (!written.get(i).is(left.get(i)))
                throw new Violation(
                        Check.PREFIX, by + " altered entry " + (i + 1) + " of " + journal.id());
    }

    /** Whether a node has given anything up. */
    boolean isAny(NodeName by) {
        return given.stream().anyMatch(each -> each.by().equals(by));
    }

    /** How often anybody has. */
    int count() {
        return given.size();
    }

    /** Whether everything that was given up is in the archive now. */
    boolean isInArchive() {
        return given.stream()
                .allMatch(each ->
                        archived(each.journal()).keySet().containsAll(each.written().keySet()));
    }

    /** At the end everything is there, whoever gave it up and whatever happened since. */
    void requireAllArchived() {
        given.forEach(this::requireArchived);
    }
}
