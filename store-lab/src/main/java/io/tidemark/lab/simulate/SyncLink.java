package io.tidemark.lab.simulate;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Release;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.Slice;
import io.tidemark.ledger.sync.Evidence;
import io.tidemark.ledger.sync.Heard;
import io.tidemark.ledger.sync.Sender;
import io.tidemark.ledger.sync.SenderState;
import io.tidemark.ledger.sync.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Drives the kernel's {@link Sender} over a wire: what a till's and a gateway's loops do. */
final class SyncLink implements Evidence {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);
    private static final String MARK = "mark";

    private final Machine machine;
    private final Wire wire;
    private final Journal journal;
    private final Keys keys;
    private final Note note;
    private final BesideAnswers told;
    private Sender sender;
    private LongSupplier sendable;
    private Instant lastHeard = Instant.MAX;
    private int connection;
    private @Nullable Instant connectBy;
    private long wakes;
    private long heard;

    /**
     * @param told what its receiver says beside the answers
     */
    SyncLink(Machine machine, Wire wire, Journal journal, Note note, BesideAnswers told) {
        this.machine = machine;
        this.wire = wire;
        this.journal = journal;
        this.keys = machine.world().keysOf(machine);
        this.note = note;
        this.told = told;
        this.sendable = () -> journal.forced().sequence();
        this.sender = starting();
    }

    /** Not all that is forced may be sent, as a gateway's close-downs before they are borne out. */
    SyncLink sendingUpTo(LongSupplier last) {
        this.sendable = last;
        return this;
    }

    static Note noteIn(Machine machine, JournalId journal) {
        return new Note(machine.disk().directory(journal.label() + ".sync"), MARK);
    }

    private Sender starting() {
        return kept().map(mark -> Sender.resuming(journal.id(), mark, this))
                .orElseGet(() -> Sender.starting(journal.id()));
    }

    private Optional<Mark> kept() {
        try {
            return note.read().map(Mark::parse);
        } catch (Malformed torn) {
            return Optional.empty();
        }
    }

    @Override
    public Head forced() {
        return journal.forced();
    }

    @Override
    public Hash hashAt(long sequence) {
        return journal.hashAt(sequence);
    }

    @Override
    public boolean isByReceiver(Mark mark) {
        NodeName receiver = wire.server().name();
        return mark.isBy(receiver, keys.verifierOf(receiver));
    }

    boolean isQuarantined() {
        return sender.isQuarantined();
    }

    /** Whether its receiver has answered on this connection. */
    boolean isOnline() {
        return connection != 0 && connectBy == null;
    }

    /** Said once, beside everything. */
    void ask(byte[] question) {
        wire.toServer(Parcel.of(connection, Parcel.Kind.QUESTION, question));
    }

    long marked() {
        return sender.marked();
    }

    /** The last mark that was heard in this process; 0 for none, or where the journal forked. */
    long heardMark() {
        return heard;
    }

    /** Whether something is recorded that its receiver has not marked. */
    boolean isBehind() {
        return sender.marked() < journal.forced().sequence();
    }

    /** Does everything that is due. */
    void pump() {
        Duration quiet = Duration.ZERO;
        while (quiet.isZero()) quiet = step(machine.now());
        long wake = ++wakes;
        if (quiet.isNegative()) return;
        machine.later(
                quiet.toMillis() + 1,
                () -> {
                    if (wake == wakes) pump();
                });
    }

    /** How long nothing else is due: zero if something is, negative if nothing ever. */
    private Duration step(Instant now) {
        Instant by = connectBy;
        if (by != null) return now.isBefore(by) ? Duration.between(now, by) : giveUp(now);
        return switch (sender.next(last(), now)) {
            case Step.Connect _ -> connect(now);
            case Step.SayHello(Optional<Mark> disputed) -> hello(disputed, now);
            case Step.Send(long from) -> send(from, now);
            case Step.WaitUntil(Instant at) -> Duration.between(now, at);
            case Step.Abandon _ -> giveUp(now);
            case Step.Idle _ -> keptAlive(now);
        };
    }

    /** An idle connection is asked now and then whether it still is one. */
    private Duration keptAlive(Instant now) {
        if (now.isBefore(lastHeard)) lastHeard = now; // The clock was set back.
        Duration silent = Duration.between(lastHeard, now);
        if (silent.compareTo(KEEP_ALIVE) < 0) return KEEP_ALIVE.minus(silent);
        if (silent.compareTo(KEEP_ALIVE.multipliedBy(2)) > 0) return giveUp(now);
        wire.toServer(Parcel.of(connection, Parcel.Kind.PING));
        return KEEP_ALIVE;
    }

    private Duration connect(Instant now) {
        connectBy = now.plus(CONNECT_MAX);
        connection = machine.world().nextConnection();
        wire.toServer(Parcel.of(connection, Parcel.Kind.CONNECT));
        return CONNECT_MAX;
    }

    private Duration hello(Optional<Mark> disputed, Instant now) {
        SignedHead head =
                journal.signedHead()
                        .orElseGet(() ->
                                SignedHead.sign(
                                        journal.id(), Head.genesis(journal.id()), keys.signer()));
        wire.toServer(
                Parcel.of(connection, Parcel.Kind.HELLO, new Hello(head, disputed).toBytes()));
        sender = sender.greeted(now);
        return Duration.ZERO;
    }

    private Duration send(long from, Instant now) {
        try {
            Slice slice = read(from).upTo(last(), journal::hashAt, keys.signer());
            wire.toServer(
                    new Parcel(
                            connection,
                            Parcel.Kind.BATCH,
                            slice.toBatch().toBytes(),
                            slice.last()));
            sender = sender.sent(slice.last(), now);
            return Duration.ZERO;
        } catch (EntryPruned givenUpHere) {
            return giveUp(now);
        }
    }

    /** What is marked may go, whatever became of it here since. */
    private long last() {
        return Math.max(
                Math.min(journal.forced().sequence(), sendable.getAsLong()), sender.marked());
    }

    /** A branch is shown from what is whole: what was given up both ends had. */
    private Slice read(long due) {
        long from = isQuarantined() ? Math.max(due, journal.prunedUpTo() + 1) : due;
        int bytes = machine.world().batchBytes();
        return from <= sender.marked()
                ? machine.world().parts().readAgain(journal, from, bytes)
                : journal.read(from, bytes);
    }

    private Duration giveUp(Instant now) {
        sender = sender.failed(now, machine.random().nextDouble());
        connectBy = null;
        disconnected();
        return Duration.ZERO;
    }

    private void disconnected() {
        connection = 0;
        told.dropped();
    }

    /** What belongs to a connection given up is of no interest. */
    void receive(Parcel parcel) {
        if (parcel.kind() == Parcel.Kind.REPLY) {
            told.replied(
                    parcel.bytes()); // On a topic of the device's, whichever connection it has.
            return;
        }
        if (parcel.connection() != connection) return;
        lastHeard = machine.now();
        switch (parcel.kind()) {
            case UP -> {
                if (connectBy != null) connected();
                connectBy = null;
            }
            case TAKEN -> sender = machine.world().parts().taken(sender, parcel.number());
            case ANSWER -> heard(Answer.parse(parcel.bytes()));
            case PONG -> {}
            case GRANT -> {
                told.granted(Continuation.parse(parcel.bytes()));
                return;
            }
            case RELEASE -> told.released(Release.parse(parcel.bytes()));
            case CONNECT, HELLO, BATCH, PING, QUESTION, REPLY, KEEP, FILED, LIST, LISTED ->
                    throw new IllegalStateException("a receiver sent " + parcel.kind());
        }
        believe();
        pump();
    }

    private void connected() {
        sender = sender.connected();
        told.connected();
    }

    private void heard(Answer answer) {
        boolean forkShown = showsFork(answer);
        Sender.Result result = machine.world().parts().heard(sender, answer, this, machine.now());
        sender = result.sender();
        if (forkShown) Exchanges.sawFork(journal.id(), isQuarantined());
        switch (result.heard()) {
            case Heard.Advanced(Mark mark) -> keep(mark);
            case Heard.Resumed(Mark mark) -> keep(mark);
            case Heard.Disbelieved _ -> giveUp(machine.now());
            case Heard.Forked _ -> forked();
            case Heard.Held _, Heard.Refused _ -> disconnected();
            case Heard.Stale _, Heard.Shown _, Heard.Wanted _ -> {}
        }
    }

    private void keep(Mark mark) {
        heard = mark.sequence();
        note.write(mark.toBytes());
    }

    private void forked() {
        heard = 0;
        machine.world()
                .oracle()
                .exchanges()
                .foundFork(machine.name(), journal.id(), wire.server().name());
    }

    /**
     * Two branches met, or a mark is above the head: told apart from what the sender makes of it.
     */
    private boolean showsFork(Answer answer) {
        Mark mark =
                switch (answer) {
                    case Answer.Marked(Mark told) -> told;
                    case Answer.Gap(Mark told) -> told;
                    case Answer.Forked _, Answer.NotNow _, Answer.Refused _, Answer.Wanted _ ->
                            null;
                };
        if (mark == null || !mark.origin().equals(journal.id())) return false;
        return mark.sequence() > journal.forced().sequence()
                || isFallen(mark)
                || !journal.hashAt(mark.sequence()).equals(mark.head().hash());
    }

    private boolean isFallen(Mark mark) {
        return sender.state() instanceof SenderState.Greeting
                && mark.receiverEpoch() == sender.receiverEpoch()
                && mark.sequence() < sender.marked();
    }

    private void believe() {
        machine.world()
                .oracle()
                .believes(
                        journal.id(),
                        sender.marked(),
                        wire.server().name(),
                        sender.receiverEpoch());
    }
}
