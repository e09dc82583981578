package io.tidemark.lab.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.ledger.ArchiveReceipt;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.archive.ArchivedSegments;
import io.tidemark.ledger.archive.SegmentContent;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.SegmentInfo;
import io.tidemark.ledger.journal.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends closed segments to head office's archive, one at a time, and keeps what it answers. One
 * question is out at a time; with no answer in time it is asked anew, and nothing counts as
 * archived until head office has said again what it has.
 */
final class Archiving {
    private static final int ANSWER_MILLIS_MAX = 30_000;

    /** A quarter of an hour at the product, whose days are longer. */
    private static final int COMPARE_MILLIS = 60_000;

    private static final String RECEIPT = ".receipt";

    private final Machine machine;
    private final Supplier<List<Journal>> journals;
    private final ArchivedSegments known;
    private final Storage notes;
    private @Nullable Question asked;
    private long compareAt;

    private record Question(int number, long until, Optional<Sealed> about) {}

    Archiving(Machine machine, Supplier<List<Journal>> journals) {
        this.machine = machine;
        this.journals = journals;
        this.known = new ArchivedSegments(machine.journalId().epoch());
        this.notes = machine.disk().directory("receipts");
        for (String name : noted())
            if (name.endsWith(RECEIPT))
                known.kept(key(name.substring(0, name.length() - RECEIPT.length())));
    }

    boolean isArchived(JournalId journal, SegmentInfo segment) {
        return machine.world().parts().isArchived(known, journal, segment);
    }

    /**
     * @param behind whether the store's own journal has something to send, which goes first
     * @param due whether something is to be given up on the archive's word
     */
    void turn(boolean behind, boolean due) {
        long now = machine.world().agenda().now();
        Question open = asked;
        if (open != null && now < open.until()) return;
        if (open != null) known.doubt();
        asked = null;
        if (behind || machine.disk().isFull()) return;
        if (due || !known.isCompared() || now >= compareAt) ask(Parcel.Kind.LIST, Optional.empty());
        else due().ifPresent(sealed -> ask(Parcel.Kind.KEEP, Optional.of(sealed)));
    }

    private Optional<Sealed> due() {
        return journals.get().stream()
                .flatMap(journal -> known.due(journal).map(segment -> sealed(journal, segment)))
                .findFirst();
    }

    private Sealed sealed(Journal journal, SegmentInfo segment) {
        String name = known.name(segment);
        try (SegmentContent content = new SegmentContent(journal, segment)) {
            byte[] plain = content.readAllBytes();
            return new Sealed(journal.id(), name, SealStandIn.sealed(journal.id(), name, plain));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(Parcel.Kind kind, Optional<Sealed> about) {
        long until = machine.world().agenda().now() + ANSWER_MILLIS_MAX;
        int number = machine.world().nextConnection();
        asked = new Question(number, until, about);
        byte[] bytes = about.map(Sealed::toBytes).orElseGet(() -> new byte[0]);
        machine.world().wireOf(machine).toServer(new Parcel(0, kind, bytes, number));
    }

    /** Whether it says what is kept now. */
    boolean heard(Parcel parcel) {
        Question open = asked;
        if (open == null || open.number() != parcel.number() || machine.disk().isFull())
            return false;
        asked = null;
        boolean isListing = parcel.kind() == Parcel.Kind.LISTED;
        if (isListing) compare(new String(parcel.bytes(), UTF_8));
        else open.about().ifPresent(about -> filed(ArchiveReceipt.parse(parcel.bytes()), about));
        return isListing;
    }

    private void compare(String listing) {
        Set<String> there = listing.lines().collect(Collectors.toSet());
        for (String gone : known.compare(machine.world().parts().listed(there))) delete(gone);
        compareAt = machine.world().agenda().now() + COMPARE_MILLIS;
    }

    private void filed(ArchiveReceipt receipt, Sealed about) {
        boolean ours =
                receipt.isBy(
                                World.HEAD_OFFICE,
                                machine.world().keysOf(machine).verifierOf(World.HEAD_OFFICE))
                        && receipt.origin().equals(about.origin())
                        && receipt.segment().equals(about.name())
                        && receipt.content().equals(Hash.digest(about.content()));
        if (!ours) throw new IllegalStateException("head office's receipt is about another");
        String key = ArchivedSegments.key(about.origin(), about.name());
        new Note(notes, file(key)).writeAndForce(receipt.toBytes());
        known.kept(key);
    }

    private static String file(String key) {
        return key.replace('/', '~') + RECEIPT;
    }

    private static String key(String file) {
        return file.replace('~', '/');
    }

    private List<String> noted() {
        try {
            return notes.list();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(String key) {
        try {
            notes.delete(file(key));
            notes.forceDirectory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
