package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.event.PrunedEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journal that is open for writing.
 *
 * <p><b>Threads.</b> One thread at a time, the writer, calls {@link #append}, {@link #force},
 * {@link #closeSegment} and {@link #close}; it must not be interrupted while it is inside, for the
 * JDK then closes the file under it and the journal is broken. Every other method may be called by
 * any thread at any time, as {@link ForcedJournal} says.
 */
public final class Journal extends ForcedJournal implements AutoCloseable {
    /** Bytes of entries that may wait for a force. The writer forces before it comes near. */
    public static final int PENDING_BYTES_MAX = 16 << 20;

    private final Rules rules;
    private final Storage storage;
    private final @Nullable JournalWriter writer;
    private final List<Pending> pending = new ArrayList<>();
    private int pendingBytes;
    private Recent recent = Recent.NOTHING;
    private volatile Head head;

    private Journal(Rules rules, Storage storage, Opening.Opened opened) {
        super(rules, storage, opened.passed());
        this.rules = rules;
        this.storage = storage;
        this.head = opened.passed().head();
        this.writer = opened.writer();
    }

    /**
     * Opens a journal and checks every byte of it, and as many signatures as vouch for all; begins
     * a new one where there is nothing. A torn tail, which nobody was ever told about, is cut; of a
     * journal that another node sends, the last entry without a signed head is damage.
     *
     * @param replay is shown every entry while the check goes; if that then fails, they are to be
     *     forgotten
     * @throws JournalDamaged naming the first bad entry; nothing was changed
     */
    public static Journal open(Whose whose, Storage storage, EntryVisitor replay) {
        return open(Rules.opening(whose, replay), storage);
    }

    static Journal open(Rules rules, Storage storage) {
        return new Journal(rules, storage, Opening.toWrite(rules, storage));
    }

    /**
     * Opens a journal to be read, with the same check, and changes nothing: no journal is begun and
     * no tail is cut. Its node may be running; what it appends later is not seen.
     *
     * @throws JournalDamaged as {@link #open}
     */
    public static Journal openToRead(Whose whose, Storage storage, EntryVisitor replay) {
        return openToRead(Rules.opening(whose, replay), storage);
    }

    private static Journal openToRead(Rules rules, Storage storage) {
        return new Journal(rules, storage, Opening.toRead(rules, storage));
    }

    /** To be read, after a check that passed. */
    static Journal checked(Rules rules, Storage storage, JournalScan.Passed passed) {
        return new Journal(rules, storage, new Opening.Opened(passed, null));
    }

    /** After the last entry appended, forced or not. */
    public Head head() {
        return head;
    }

    /** Bytes of entries that wait for a force. */
    public int pendingBytes() {
        return pendingBytes;
    }

    /**
     * Chains an entry on. It is in memory only until {@link #force}.
     *
     * @throws IllegalStateException beyond {@link #PENDING_BYTES_MAX}
     */
    public Head append(EntryBytes entry) {
        requireWriter();
        if (pendingBytes + entry.size() > PENDING_BYTES_MAX)
            throw new IllegalStateException(
                    "more than " + PENDING_BYTES_MAX + " bytes wait for a force");
        Pending next = Pending.of(head, entry);
        pending.add(next);
        pendingBytes += next.size();
        head = next.after();
        return head;
    }

    /**
     * Writes what was appended and forces it, and signs the head meanwhile. With nothing appended,
     * states the head again. Whoever writes a journal of its own does that once after opening it,
     * for a power cut may have taken the last signature.
     *
     * @throws JournalBroken if the disk did not take it; what was appended must not be answered
     */
    public SignedHead force(Signer signer) {
        JournalWriter open = requireWriter();
        if (!isSigned()) publish(() -> signAgain(open, signer));
        if (pending.isEmpty())
            return signedHead().orElseGet(() -> SignedHead.sign(id(), head, signer));
        return publish(() -> {
            SignedHead signed = open.write(pending, signer);
            written();
            return signed;
        });
    }

    /**
     * Signs again what a power cut took the signature of: for a journal of one's own that was just
     * opened. If that fails it is closed.
     *
     * @throws JournalBroken as {@link #force(Signer)}
     */
    public Journal signedBy(Signer signer) {
        try {
            force(signer);
            return this;
        } catch (RuntimeException | Error e) {
            closeAfter(e);
            throw e;
        }
    }

    private void closeAfter(Throwable failure) {
        try {
            close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** The same statement as before: nothing else can follow the chain, and Ed25519 is exact. */
    private SignedHead signAgain(JournalWriter open, Signer signer) throws IOException {
        SignedHead signed = SignedHead.sign(id(), forced(), signer);
        open.sign(signed);
        return signed;
    }

    /**
     * Writes what was received under the head its origin signed, and forces it.
     *
     * @throws IllegalArgumentException if that statement is not the origin's about exactly these
     *     entries
     * @throws JournalBroken as {@link #force(Signer)}
     */
    public void force(SignedHead received) {
        JournalWriter open = requireWriter();
        if (!received.journal().equals(id())
                || !received.head().equals(head)
                || !received.isBy(rules.origin()))
            throw new IllegalArgumentException(
                    "journal "
                            + id().label()
                            + " ends at "
                            + head
                            + ", which "
                            + received
                            + " does not prove");
        if (pending.isEmpty()) return;
        publish(() -> {
            open.write(pending, received);
            written();
            return received;
        });
    }

    /**
     * Writes what was appended without a signed head, up to this entry, and takes the rest back:
     * for a journal that is rebuilt where its node cannot sign. Of a received one all is taken
     * back.
     */
    void forceUnsigned(long last) {
        JournalWriter open = requireWriter();
        long kept = rules.provenance() == Provenance.OWN ? last : 0;
        pending.removeIf(each -> each.after().sequence() > kept);
        try {
            if (!pending.isEmpty()) {
                open.writeUnsigned(pending);
                recent = Recent.NOTHING;
                forced(pending.getLast().after(), signedHead().orElse(null), recent);
            }
        } catch (IOException e) {
            throw breakWith(e);
        }
        dropUnforced();
    }

    /**
     * Whether an entry is of a later business day than those that wait for a force. What was
     * received is forced as one, into one segment: so the day before is forced first.
     */
    public boolean isOfLaterDay(EntryBytes entry) {
        return !pending.isEmpty() && Pending.day(entry).isAfter(pending.getFirst().day());
    }

    /**
     * Takes back what was appended since the last force: for received entries whose batch proves
     * wrong.
     */
    public void dropUnforced() {
        clearPending();
        head = forced();
    }

    private void written() {
        Segment last = index().segments().getLast();
        recent = recent.and(pending, pendingBytes, last.header().before().sequence() + 1);
        clearPending();
    }

    private void clearPending() {
        pending.clear();
        pendingBytes = 0;
    }

    /**
     * Seals the current segment, so that it may be archived; the next entry begins another,
     * whatever its day.
     */
    public void closeSegment() {
        JournalWriter open = requireWriter();
        if (!pending.isEmpty()) throw new IllegalStateException("force before a segment is closed");
        if (!isSigned()) throw new IllegalStateException("sign before a segment is closed");
        try {
            open.closeSegment();
        } catch (IOException e) {
            throw breakWith(e);
        }
    }

    /**
     * Puts a stub in the place of a closed segment: its receipts' contents are gone, their hashes
     * and headers, all other entries and all signed heads stay. So {@link #hashAt} still answers,
     * and who reads a receipt is told with {@link EntryPruned}. Only for whole closed days whose
     * close-down and archived segment head office has marked, past the retention rule (design §2);
     * that is for the caller to know.
     *
     * <p>One thread at a time calls it, the writer or another: the writer works on meanwhile, and
     * waits for nothing but its disk. It returns before {@link #close}.
     *
     * @param number of the segment, from 1: the oldest that is whole
     * @throws IllegalArgumentException if it is another, or not closed, or nothing was forced
     *     behind it yet
     * @throws JournalDamaged if the segment is not what it was; it stays as it is
     * @throws NotPruned if the disk did not take a stub; the segment stays as it is
     * @throws JournalBroken if a force failed, or the stub is not what was written
     */
    public void prune(int number, PrunedEntry.Pruning why) {
        JournalWriter open = requireWriter();
        Segment whole = oldestWhole(number);
        Rules quiet = Rules.all(new Whose(id(), rules.key(), rules.origin()), EntryVisitor.NOBODY);
        Stub stub = new Stub(quiet, storage, whole, why);
        stub.write();
        try {
            // Lest a power cut bring back a note about bytes of this segment that are gone.
            open.forceNote();
            stub.replace(index(), reader());
        } catch (IOException e) {
            throw breakWith(e);
        }
    }

    /**
     * Forces the note of how far the journal was forced. Entries that were appended and never
     * forced are gone.
     */
    @Override
    public void close() {
        if (writer == null) return;
        try {
            if (isBroken()) writer.close();
            else writer.closeCleanly();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "journal " + id().label() + " was not closed cleanly: " + e.getMessage(), e);
        }
    }

    private interface Writing {
        SignedHead run() throws IOException;
    }

    private SignedHead publish(Writing write) {
        try {
            SignedHead signed = write.run();
            forced(signed.head(), signed, recent);
            return signed;
        } catch (IOException | RuntimeException e) {
            throw breakWith(e);
        } catch (Error e) {
            broken(e); // frames may be half in the buffer
            throw e;
        }
    }

    private JournalWriter requireWriter() {
        requireUsable();
        if (writer == null)
            throw new IllegalStateException(
                    "journal " + id().label() + " was opened to be read only");
        return writer;
    }
}
