package io.tidemark.fog.forward;

import io.tidemark.fog.recover.Keeping;
import io.tidemark.identity.RawPublicKey;
import io.tidemark.ledger.ArchiveReceipt;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.archive.ArchivedSegments;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.SegmentInfo;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Closed segments of all journals here, sealed to the store's recovery key and kept by head office.
 * A segment is sealed once: what lies in the directory is what is sent until its receipt has come,
 * so that sending again sends the same bytes. The receipt stays; the sealed copy goes. One that is
 * refused for good is noted and left alone; the others go on. For one thread, but for {@link
 * #pending}.
 */
public final class Archive {
    private static final String TAG = "tidemark-sealed-segment";

    private final SealedFiles files;
    private final Supplier<Stream<Journal>> journals;
    private final Keeper keeper;
    private final ArchiveNotes notes;
    private final Map<String, Integer> failures = new HashMap<>();
    private volatile int pending;

    /**
     * Who signs receipts.
     *
     * @param listing what it keeps now: an archive that was put back from a backup has less than it
     *     gave receipts for
     */
    public record Keeper(NodeName name, Verifier verifier, Listing listing) {}

    /** What head office's archive has of this store. */
    public interface Listing {
        List<Keeping.Kept> archived() throws HeadOfficeAway;
    }

    /**
     * Where sealed segments wait.
     *
     * @param life which life of this gateway seals: a later one's segments hold other entries under
     *     the same names
     */
    public record Place(Path directory, KeptFiles disk, Room room, int life) {}

    /** A segment on its way. */
    private record Due(Journal journal, SegmentInfo segment, String name) {
        String key() {
            return ArchivedSegments.key(journal.id(), name);
        }
    }

    /** What came of a turn. */
    sealed interface Turn {
        record NothingDue() implements Turn {}

        record Sent() implements Turn {}

        /**
         * @param segment which, with its journal
         */
        record Refused(String segment, String why) implements Turn {}
    }

    /**
     * @param journals all that are here at the time; more may begin
     */
    public Archive(
            Place place, Supplier<Stream<Journal>> journals, RawPublicKey recovery, Keeper keeper) {
        this.files = new SealedFiles(place, recovery);
        this.journals = journals;
        this.keeper = keeper;
        this.notes = ArchiveNotes.read(place.directory(), place.disk(), place.life());
        this.pending = due().size();
    }

    /** How many closed segments have no receipt yet and are not refused; as of the last turn. */
    public int pending() {
        return pending;
    }

    /** Segments that head office refused for good, with its reasons. */
    Map<String, String> refused() {
        return notes.known().refused();
    }

    /** Sends the next segment that is due; one that failed before waits behind the others. */
    Turn sendNext(HeadOffice headOffice) throws IOException {
        List<Due> all = due();
        pending = all.size();
        Optional<Due> next = all.stream().min(Comparator.comparingInt(this::failures));
        if (next.isEmpty()) return new Turn.NothingDue();
        Due due = next.get();
        failures.merge(due.key(), 1, Integer::sum);
        Turn turn = send(due, headOffice);
        failures.remove(due.key());
        pending = all.size() - 1;
        return turn;
    }

    private Turn send(Due due, HeadOffice headOffice) throws IOException {
        HeadOffice.Sealed sealed = files.of(due.journal(), due.segment(), due.name());
        Path home = files.home(due.journal().id());
        return switch (headOffice.keep(sealed)) {
            case HeadOffice.Filed.Kept(ArchiveReceipt receipt) -> {
                requireOurs(receipt, sealed);
                notes.kept(home, due.name(), receipt);
                Files.delete(sealed.file());
                yield new Turn.Sent();
            }
            case HeadOffice.Filed.RefusedForGood(String why) -> {
                notes.refused(home, due.name(), why);
                Files.delete(sealed.file());
                yield new Turn.Refused(due.key(), why);
            }
        };
    }

    private int failures(Due due) {
        return failures.getOrDefault(due.key(), 0);
    }

    private List<Due> due() {
        return journals.get().flatMap(this::due).toList();
    }

    private Stream<Due> due(Journal journal) {
        return notes.known()
                .due(journal)
                .map(segment -> new Due(journal, segment, notes.known().name(segment)));
    }

    /**
     * Forgets the receipts of what head office does not have any more: these segments are due
     * again.
     *
     * @return how many it lacks
     */
    int compare() throws IOException {
        return notes.forgetAllBut(there());
    }

    /** It may be another archive the next time: nothing counts as kept until that is known. */
    void doubt() {
        notes.known().doubt();
    }

    boolean isCompared() {
        return notes.known().isCompared();
    }

    /** Whether head office has given its receipt for this segment, and still has it. */
    public boolean isKept(JournalId journal, SegmentInfo segment) {
        return notes.known().isKept(journal, segment);
    }

    /**
     * Asks head office whether it has this segment now. To be asked before the last copy in the
     * store is given up: since the last comparison it may have been put back from a backup. For any
     * thread; while head office is away, nobody knows that it has.
     */
    public boolean isThere(JournalId journal, SegmentInfo segment) {
        String key = ArchivedSegments.key(journal, notes.known().name(segment));
        try {
            return there().contains(key);
        } catch (HeadOfficeAway nobodyKnows) {
            return false;
        }
    }

    private Set<String> there() throws HeadOfficeAway {
        return keeper.listing().archived().stream()
                .map(kept -> ArchivedSegments.key(kept.journal(), kept.segment()))
                .collect(Collectors.toSet());
    }

    /** What the content is and whose; it opens only under the same. */
    public static byte[] info(JournalId journal, String segment) {
        return new CborWriter()
                .array(6)
                .text(TAG)
                .text(journal.node().organisation())
                .text(journal.node().store())
                .text(journal.node().device())
                .integer(journal.epoch())
                .text(segment)
                .toBytes();
    }

    private void requireOurs(ArchiveReceipt receipt, HeadOffice.Sealed sealed)
            throws HeadOfficeAway {
        boolean ours =
                receipt.isBy(keeper.name(), keeper.verifier())
                        && receipt.origin().equals(sealed.origin())
                        && receipt.segment().equals(sealed.segment())
                        && receipt.content().equals(sealed.digest());
        if (!ours)
            throw new HeadOfficeAway(
                    "the receipt for " + sealed.segment() + " is not head office's");
    }
}
