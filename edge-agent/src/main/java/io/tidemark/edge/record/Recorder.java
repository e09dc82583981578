package io.tidemark.edge.record;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.event.CardMovement;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.proof.ReceiptProof;
import io.tidemark.node.kept.Room;
import io.tidemark.node.writer.Group;
import io.tidemark.node.writer.SingleWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Records: hands commands to the one writer, which lets the till decide, appends, forces and then
 * answers. Any thread may ask.
 */
public final class Recorder {
    /** Of what waits for a force; the journal takes 16 MiB, and one entry has at most four. */
    private static final int PENDING_BYTES_MAX = Journal.PENDING_BYTES_MAX / 2;

    private final Till till;
    private final Journal journal;
    private final Journals journals;
    private final Ports ports;
    private final SingleWriter writer;
    private volatile TillView view;

    /**
     * What recording needs besides the journal.
     *
     * @param clock business time
     * @param forced told after each force, by whoever has the writer's turn; must not wait
     */
    public record Ports(Signer signer, InstantSource clock, Room room, Runnable forced) {}

    /** Of a till that has never written another journal. */
    public Recorder(Till till, Journal journal, Ports ports, SingleWriter writer) {
        this(till, Journals.only(journal), ports, writer);
    }

    /**
     * @param till folded from exactly these journals
     */
    public Recorder(Till till, Journals journals, Ports ports, SingleWriter writer) {
        this.till = till;
        this.journal = journals.current();
        this.journals = journals;
        this.ports = ports;
        this.writer = writer;
        this.view = till.view();
    }

    /** Completes when it is on disk, or was refused. */
    public CompletableFuture<Outcome> record(Command command) {
        return writer.submit(group -> decide(command, group)).thenApply(this::outcome);
    }

    /** Waits for the same, and decides and forces for itself where the writer lets it. */
    public Outcome recordNow(Command command) throws InterruptedException, ExecutionException {
        return outcome(writer.ask(group -> decide(command, group)).get());
    }

    /** A receipt of the open day, as its entry says; empty where this journal has none. */
    public Optional<RecordedEntry> ofOpenDay(long receipt)
            throws InterruptedException, ExecutionException {
        return writer.ask(group -> till.receiptOfDay(receipt))
                .get()
                .map(sequence -> journals.entry(journal.id(), sequence));
    }

    /** The amounts at which goods would be taken back; nothing is recorded. */
    public Pricing.Result quote(Command command, Basket basket)
            throws InterruptedException, ExecutionException {
        return writer.ask(group -> till.quote(command, basket)).get();
    }

    /** Why a command would be refused as the till is now; nothing is recorded. */
    public Optional<Refusal> refusal(Command command)
            throws InterruptedException, ExecutionException {
        Decision decision =
                writer.ask(group -> till.decide(command, ports.clock().instant())).get();
        return switch (decision) {
            case Decision.Refused(Refusal refusal) -> Optional.of(refusal);
            case Decision.RefusedOnRecord(Refusal refusal, var _) -> Optional.of(refusal);
            case Decision.Append _, Decision.Repeated _, Decision.Conflict _ -> refusesSales();
        };
    }

    /** What came back of each of a receipt's lines at this till, in thousandths of its unit. */
    public List<Long> returned(OriginalReceipt receipt, int lines)
            throws InterruptedException, ExecutionException {
        return writer.ask(group -> till.returned().thousandths(receipt, lines)).get();
    }

    /** What this till did to a gift card. */
    public CardMovement card(String number) throws InterruptedException, ExecutionException {
        return writer.ask(group -> till.cards().of(number)).get();
    }

    /** An entry of one of this till's journals. */
    public RecordedEntry entry(JournalId of, long sequence) {
        return journals.entry(of, sequence);
    }

    /** What proves an entry of one of this till's journals. */
    public ReceiptProof proof(JournalId of, long sequence) {
        return journals.proof(of, sequence);
    }

    /** What an id was answered with before, if it was; needs no catalogue and decides nothing. */
    public Optional<Outcome> find(Ask ask) throws InterruptedException, ExecutionException {
        return writer.ask(group -> till.recorded(ask))
                .get()
                .map(found -> outcome(new Decided(found, List.of())));
    }

    /**
     * From here on sells by this version; true also if it does already, false if it sells by
     * another, later one.
     */
    public CompletableFuture<Boolean> adopt(MasterDataAdopted offered) {
        return writer.submit(group -> {
            Optional<Entry> adopted = till.adopt(offered, ports.clock().instant());
            adopted.map(List::of).ifPresent(entries -> append(entries, encoded(entries), group));
            return till.masterData().equals(Optional.of(offered));
        });
    }

    /** The till as of the last force. */
    public TillView view() {
        return view;
    }

    /** Whether these bytes can be kept beside the journal and still leave it its room. */
    public boolean hasRoomFor(long bytes) {
        return ports.room().usableBytes() - bytes >= Reserve.BYTES_MIN;
    }

    public boolean hasRoom() {
        return hasRoomFor(0);
    }

    public boolean isRoomLow() {
        return ports.room().usableBytes() < Reserve.BYTES_LOW;
    }

    private record Decided(Decision decision, List<RecordedEntry> appended) {}

    private Decided decide(Command command, Group group) {
        Decision decision = till.decide(command, ports.clock().instant());
        List<Entry> entries = toAppend(decision);
        if (entries.isEmpty()) return new Decided(decision, List.of());
        long least = command.ask().closes() ? Reserve.BYTES_MIN_TO_CLOSE : Reserve.BYTES_MIN;
        if (ports.room().usableBytes() < least) return refused(full(least));
        try {
            return new Decided(decision, append(entries, encoded(entries), group));
        } catch (TooLarge e) {
            return refused(new Refusal(Refusal.Kind.CONTENT, String.valueOf(e.getMessage())));
        }
    }

    private static List<Entry> toAppend(Decision decision) {
        return switch (decision) {
            case Decision.Append(List<Entry> entries) -> entries;
            case Decision.RefusedOnRecord(var _, Entry asked) -> List.of(asked);
            case Decision.Repeated _, Decision.Conflict _, Decision.Refused _ -> List.of();
        };
    }

    private static Decided refused(Refusal refusal) {
        return new Decided(new Decision.Refused(refusal), List.of());
    }

    /** An entry that would not fit; nothing was appended. */
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge(IllegalArgumentException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private static List<EntryBytes> encoded(List<Entry> entries) {
        try {
            return entries.stream().map(EntryCodec::encode).toList();
        } catch (IllegalArgumentException e) {
            throw new TooLarge(e);
        }
    }

    private List<RecordedEntry> append(List<Entry> entries, List<EntryBytes> encoded, Group group) {
        group.force(journal.id(), this::force);
        int bytes = encoded.stream().mapToInt(EntryBytes::size).sum();
        if (journal.pendingBytes() + bytes > PENDING_BYTES_MAX) journal.force(ports.signer());
        List<RecordedEntry> recorded = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            Head head = journal.append(encoded.get(i));
            till.apply(head, entries.get(i));
            recorded.add(
                    new RecordedEntry(journal.id(), head.sequence(), head.hash(), entries.get(i)));
        }
        return recorded;
    }

    private void force() {
        journal.force(ports.signer());
        view = till.view();
        ports.forced().run();
    }

    /** After the force: what is told to have been recorded can be read from the journal by now. */
    private Outcome outcome(Decided decided) {
        return switch (decided.decision()) {
            case Decision.Append _ -> new Outcome.Done(decided.appended(), false);
            case Decision.Repeated(Recorded before) -> new Outcome.Done(read(before), true);
            case Decision.Conflict(Recorded before) -> new Outcome.Conflict(before.first());
            case Decision.Refused(Refusal refusal) -> new Outcome.Refused(refusal);
            case Decision.RefusedOnRecord(Refusal refusal, var _) -> new Outcome.Refused(refusal);
        };
    }

    private List<RecordedEntry> read(Recorded recorded) {
        List<RecordedEntry> entries = new ArrayList<>();
        for (long sequence = recorded.first(); sequence <= recorded.last(); sequence++)
            entries.add(journals.entry(recorded.journal(), sequence));
        return entries;
    }

    /** What a sale would be refused with now, for whoever asks before the customer pays. */
    public Optional<Refusal> refusesSales() {
        return hasRoom() ? Optional.empty() : Optional.of(full(Reserve.BYTES_MIN));
    }

    private static Refusal full(long least) {
        return new Refusal(
                Refusal.Kind.NO_ROOM,
                "the disk has less than "
                        + (least >> 20)
                        + " MiB left: take no payment; free some space, then go on. The day can still be closed"
                        + " down to "
                        + (Reserve.BYTES_MIN_TO_CLOSE >> 20)
                        + " MiB. Nothing recorded is lost");
    }
}
