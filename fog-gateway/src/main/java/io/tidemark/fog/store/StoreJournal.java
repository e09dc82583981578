package io.tidemark.fog.store;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.ProductParts;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.StoreLogSigned;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.ForcedPart;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.stock.StockStanding;
import io.tidemark.node.writer.Group;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The journal this gateway writes. Appended to by the writer alone; {@link #state} may be read by
 * any thread and holds what is on disk.
 */
public final class StoreJournal implements AutoCloseable {
    /** Of which a close-down's entries are forced together. */
    private static final int FORCED_BYTES_MAX = Journal.PENDING_BYTES_MAX / 2;

    private final Journal journal;
    private final Signer signer;
    private final StoreCalendar calendar;
    private final Runnable onForced;
    private final EarlierLives earlier;
    private volatile StoreState base;
    private StoreFold decided;
    private volatile StoreState forced;
    private volatile List<Closings.Closing> closings;
    private volatile Optional<StoreHistory> beforeLast = Optional.empty();

    private StoreJournal(Journal journal, Own own, StoreState base, StoreFold replay) {
        this.journal = journal;
        this.base = base;
        this.signer = own.signer();
        this.calendar = own.calendar();
        this.onForced = own.onForced();
        this.earlier = own.earlier();
        this.decided = replay;
        this.forced = replay.state();
        this.closings = replay.closings();
    }

    /**
     * Whose journal it is, and how it is kept.
     *
     * @param earlier what it goes on from
     * @param onForced told after each force, on the writer's thread
     */
    public record Own(
            Whose whose,
            Signer signer,
            StoreCalendar calendar,
            EarlierLives earlier,
            Runnable onForced) {}

    /**
     * @param journals holds a directory per journal
     * @throws io.tidemark.ledger.journal.JournalDamaged naming the first bad entry
     */
    public static StoreJournal open(Own own, CurrencyCode currency, Path journals) {
        StoreState base = begun(own.earlier(), currency);
        StoreFold replay = new StoreFold(base);
        Journal journal =
                Journal.open(
                                own.whose(),
                                new FileStorage(journals.resolve(own.whose().id().label())),
                                replay)
                        .signedBy(own.signer());
        StoreJournal store = new StoreJournal(journal, own, base, replay);
        store.signLog();
        return store;
    }

    /** Opens it for a look: checks its bytes, and changes nothing. */
    public static StoreJournal openToRead(Own own, CurrencyCode currency, Path journals) {
        return looked(own, currency, files(own, journals));
    }

    /** The same while the gateway runs: what is forced by now. */
    public static StoreJournal openBeside(Own own, CurrencyCode currency, Path journals) {
        return looked(own, currency, ForcedPart.of(own.whose().id(), files(own, journals)));
    }

    private static FileStorage files(Own own, Path journals) {
        return FileStorage.toRead(journals.resolve(own.whose().id().label()));
    }

    private static StoreJournal looked(Own own, CurrencyCode currency, Storage storage) {
        StoreState base = begun(own.earlier(), currency);
        StoreFold replay = new StoreFold(base);
        Journal journal = Journal.openToRead(own.whose(), storage, replay);
        return new StoreJournal(journal, own, base, replay);
    }

    private static StoreState begun(EarlierLives earlier, CurrencyCode currency) {
        return earlier.state(currency).orElseGet(() -> StoreState.nothing(currency).partly());
    }

    public Journal journal() {
        return journal;
    }

    /** What is on disk. */
    public StoreState state() {
        return forced;
    }

    /** Those of this journal, also such as are not forced yet. For any thread. */
    public List<Closings.Closing> closings() {
        return closings;
    }

    /** As it was at an entry of this journal, with all that earlier lives recorded. */
    public StoreState stateAt(long sequence) {
        StoreFold replay = new StoreFold(base);
        if (sequence > 0) journal.replay(1, sequence, replay);
        return replay.state();
    }

    /**
     * The articles' figures of a close-down, which stand just before it. None where it has none, or
     * where it was made by an earlier life of the gateway, whose journal is another one.
     */
    public List<ProductTotal> products(StoreState.Filed filed) {
        return parts(filed).map(ProductParts::rows).orElse(List.of());
    }

    /** The same as they are recorded; empty where they are not in this journal. */
    public Optional<ProductParts> parts(StoreState.Filed filed) {
        long sequence = filed.sequence();
        boolean isHere =
                sequence <= journal.forced().sequence()
                        && journal.hashAt(sequence).equals(filed.hash());
        return isHere
                ? Optional.of(ProductParts.before(sequence, filed.closed(), journal::replay))
                : Optional.empty();
    }

    /**
     * Heads of the log when it had so many days, by how many, as far as this life of the gateway
     * signed them; read from the disk.
     */
    public Map<Long, StoreLogSigned> signedLogs(Set<Long> sizes) {
        SignedLogs signed = new SignedLogs(sizes);
        journal.replay(1, signed);
        return signed.last();
    }

    /**
     * Where so many close-downs, from the first one on, left the store's goods. Reads the journals
     * again, but for the last close-down and what was there before it.
     */
    public StockStanding stockAfter(int closeDowns) {
        StoreHistory now = forced.history();
        if (now.closed().size() == closeDowns) return now.stock();
        Optional<StoreHistory> known =
                beforeLast.filter(before -> before.closed().size() == closeDowns);
        if (known.isPresent()) return known.get().stock();
        StockReplay replay = new StockReplay(now.currency(), closeDowns);
        earlier.show(replay);
        journal.replay(1, replay);
        return replay.stock();
    }

    /** What the writer has decided, forced or not yet. For the writer alone. */
    public StoreState decided() {
        return decided.state();
    }

    /** Who asked for it. */
    public record Asked(@Nullable CommandId command, long digest, String operator) {
        /** What the gateway records by itself. */
        public static Asked byNobody() {
            return new Asked(null, 0, "");
        }
    }

    /**
     * Makes a close-down's entries, and writes nothing.
     *
     * @param authority of who allowed it, where that was needed
     */
    public Prepared prepare(
            Asked asked, CloseDown.Folded folded, Optional<CloseDownAuthorised> authority) {
        return entries().closing(asked, folded, authority);
    }

    private StoreEntries entries() {
        return new StoreEntries(journal.id(), calendar, decided().masterDataVersion());
    }

    /**
     * Appends a close-down, with what stands before it and the store's log signed after it; all of
     * that is on disk when the group is answered. Where its articles are more than wait for one
     * force they are forced before it: figures without a close-down, as a power cut may leave them,
     * count for nothing.
     */
    public void close(Prepared.Ready ready, Group group) {
        group.force(journal.id(), this::force);
        for (Made each : ready.before()) appendInParts(each);
        StoreHistory before = decided().history();
        decided.leaving(ready.left());
        appendInParts(ready.closed());
        beforeLast = Optional.of(before);
        append(ready.closed().entry().header().businessDay(), Asked.byNobody(), logHead(), group);
    }

    private void appendInParts(Made made) {
        if (journal.pendingBytes() + made.size() > FORCED_BYTES_MAX) force();
        append(made);
    }

    private StoreLogSigned logHead() {
        return StoreLogSigned.of(decided().log().sign(journal.id().node(), signer));
    }

    /**
     * Signs the log where its last head is not about all of it: a power cut took that, or this is
     * another gateway than before.
     */
    private void signLog() {
        StoreState state = decided();
        if (!state.isWhole() || state.isLogSigned()) return;
        LocalDate day = state.log().days().getLast().day();
        append(entries().made(day, Asked.byNobody(), logHead()));
        force();
    }

    /** Appends an entry of this business day; it is on disk when the group is answered. */
    public Head append(LocalDate day, Asked asked, Event event, Group group) {
        group.force(journal.id(), this::force);
        return append(entries().made(day, asked, event));
    }

    private Head append(Made made) {
        Head head = journal.append(made.bytes());
        decided.recorded(head.sequence(), head.hash(), made.entry(), made.bytes());
        closings = decided.closings();
        return head;
    }

    /**
     * Begins an epoch that was granted: says what it goes on from, then takes in, once and byte for
     * byte, what this gateway recorded beyond the history that was accepted. Before anything else
     * is recorded; where a power cut came in between, the rest follows now.
     *
     * @param branch what is here of the journal before
     */
    public void continues(EpochGrant grant, Optional<Journal> branch) {
        if (journal.forced().sequence() == 0)
            append(
                    entries()
                            .made(
                                    calendar.today(),
                                    Asked.byNobody(),
                                    StoreEntries.begun(grant, branch)));
        long wanted = StoreEntries.begun(grant, branch).branchEntries();
        long taken = journal.head().sequence() - 1;
        if (taken < wanted)
            branch.orElseThrow()
                    .replay(
                            grant.shared().sequence() + 1 + taken,
                            (_, _, bytes) -> append(Made.of(bytes)));
        if (journal.pendingBytes() > 0) force();
    }

    /** Earlier lives of the gateway recorded this before. For the writer alone. */
    public void goesOnFrom(StoreState earlier) {
        if (journal.pendingBytes() > 0) force();
        StoreFold replay = new StoreFold(earlier);
        if (journal.forced().sequence() > 0) journal.replay(1, replay);
        base = earlier;
        beforeLast = Optional.empty();
        decided = replay;
        forced = replay.state();
        closings = replay.closings();
        signLog();
        onForced.run();
    }

    /** Seals the current segment, so that it can be archived. For the writer alone. */
    public void closeSegment() {
        if (journal.pendingBytes() > 0) force();
        journal.closeSegment();
        onForced.run();
    }

    @Override
    public void close() {
        journal.close();
    }

    private void force() {
        journal.force(signer);
        forced = decided();
        onForced.run();
    }
}
