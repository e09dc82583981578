package io.tidemark.fog.forward;

import io.tidemark.fog.watch.Alert;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.fog.watch.Changes;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.Slice;
import io.tidemark.ledger.receive.MarkNote;
import io.tidemark.ledger.sync.Evidence;
import io.tidemark.ledger.sync.Heard;
import io.tidemark.ledger.sync.Sender;
import io.tidemark.ledger.sync.Step;
import io.tidemark.node.home.Halting;
import io.tidemark.node.loop.BackgroundLoop;
import io.tidemark.node.loop.Rest;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * The loop around the sender: does what it decides, one attempt at a time, and tells it what came
 * of it. Back-off runs on elapsed time, never on the business clock.
 */
public final class Forwarding implements AutoCloseable {
    static final String SUBJECT = "head office";

    /** How long there may be nothing to do before someone looks again. */
    private static final Duration REST_MAX = Duration.ofSeconds(30);

    private static final String HERE = "this gateway's disk";

    private final Journal journal;
    private final Signer signer;
    private final LongSupplier sendable;
    private final HeadOffice headOffice;
    private final LinkWatch link;
    private final Receiver receiver;
    private final Shown shown;
    private final InstantSource elapsed = () -> Instant.EPOCH.plusNanos(System.nanoTime());
    private final BackgroundLoop loop = new BackgroundLoop("forward", this::turn);
    private volatile Sender sender;
    private volatile long heard;

    /** Whose marks count, and where the last one is noted. */
    public record Receiver(NodeName name, Verifier verifier, MarkNote note) {}

    /**
     * What is sent, and who signs heads of it.
     *
     * @param sendable the last entry that may be sent now: never beyond what is forced
     */
    public record Own(Journal journal, Signer signer, LongSupplier sendable) {}

    /**
     * Where people see how it goes.
     *
     * @param archivePending how many segments wait for the archive besides
     */
    public record Shown(Clock clock, Changes changes, Alerts alerts, IntSupplier archivePending) {}

    public Forwarding(Own own, HeadOffice headOffice, Receiver receiver, Shown shown) {
        this.journal = own.journal();
        this.signer = own.signer();
        this.sendable = own.sendable();
        this.headOffice = headOffice;
        this.receiver = receiver;
        this.shown = shown;
        this.sender = Sender.starting(journal.id());
        this.link =
                new LinkWatch(
                        shown,
                        () -> journal.forced().sequence(),
                        receiver.note().read().map(Mark::sequence).orElse(0L));
    }

    /**
     * @param halting for a bug: a gateway that closes days and forwards none must not go on
     *     unnoticed
     */
    public Forwarding start(Halting halting) {
        loop.start(halting);
        return this;
    }

    /** There is more to send. Returns at once. */
    public void wake() {
        loop.wake();
    }

    public LinkState state() {
        return link.state();
    }

    /**
     * The last mark that was heard in this process, 0 for none: one that an earlier process noted
     * may be of a head office that was put back from a backup since.
     */
    public long heardMark() {
        return heard;
    }

    /** Whether head office is there and has not marked all that may be sent. */
    public boolean isBehind() {
        return sender.isOnline() && sendable() > sender.marked();
    }

    @Override
    public void close() {
        loop.close();
    }

    /**
     * Whether head office answered another question just now: while nothing is to be sent, only
     * that shows that it went away or came back.
     */
    public void heardOf(Optional<String> trouble) {
        link.heardOf(trouble, sender.isOnline());
    }

    /** After a failure it is the sender that says for how long to leave it. */
    private Rest turn() {
        try {
            return step();
        } catch (HeadOfficeAway e) {
            failed(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            failedHere(e);
        }
        return Rest.NONE;
    }

    private Rest step() throws HeadOfficeAway {
        Instant now = elapsed.instant();
        long last = sendable(); // asked once: it may fall while that is read which may go by now
        switch (sender.next(last, now)) {
            case Step.Connect _ -> sender = sender.connected();
            case Step.SayHello(Optional<Mark> disputed) -> {
                sender = sender.greeted(now);
                heard(headOffice.hello(new Hello(signedHead(), disputed)));
            }
            case Step.Send(long from) -> {
                Slice slice =
                        journal.read(from, Limits.BATCH_BYTES_TARGET)
                                .upTo(last, journal::hashAt, signer);
                sender = sender.sent(slice.last(), now);
                heard(headOffice.batch(slice.toBatch()));
            }
            case Step.WaitUntil(Instant at) -> {
                return new Rest.Pause(Duration.between(now, at));
            }
            case Step.Abandon _ -> failed("no answer in time");
            case Step.Idle _ -> {
                return new Rest.Idle(REST_MAX);
            }
        }
        return Rest.NONE;
    }

    /** What head office has marked may go, whatever became of it here since. */
    private long sendable() {
        return Math.max(sendable.getAsLong(), sender.marked());
    }

    private void heard(Answer answer) {
        Sender.Result result = sender.heard(answer, new OwnJournal(), elapsed.instant());
        sender = result.sender();
        switch (result.heard()) {
            case Heard.Advanced(Mark mark) -> marked(mark);
            case Heard.Resumed(Mark mark) -> marked(mark);
            case Heard.Stale _, Heard.Shown _, Heard.Wanted _ -> {}
            case Heard.Held _ -> link.show(false, Optional.of("it is busy"));
            case Heard.Refused(Answer.Reason reason, String why) -> {
                shown.alerts()
                        .raise(Alert.Kind.HEAD_OFFICE, SUBJECT, "refused (" + reason + "): " + why);
                link.show(false, Optional.of(why));
            }
            case Heard.Forked(long at, Hash ours, Hash theirs) -> quarantined(at, ours, theirs);
            case Heard.Disbelieved(String why) -> failed("its answer was not believed: " + why);
        }
    }

    private void marked(Mark mark) {
        receiver.note().write(mark);
        shown.alerts().clear(Alert.Kind.HEAD_OFFICE, SUBJECT);
        shown.alerts().clear(Alert.Kind.DISK, HERE);
        link.marked(mark.sequence());
        heard = mark.sequence();
    }

    private void failed(String why) {
        sender = sender.failed(elapsed.instant(), ThreadLocalRandom.current().nextDouble());
        link.show(false, Optional.of(why));
    }

    /** It was not head office that failed, and nobody is told so. */
    private void failedHere(UncheckedIOException why) {
        sender = sender.failed(elapsed.instant(), ThreadLocalRandom.current().nextDouble());
        if (!loop.isClosing())
            shown.alerts()
                    .raise(
                            Alert.Kind.DISK,
                            HERE,
                            why.getMessage() + ". Nothing is sent to head office meanwhile");
    }

    private void quarantined(long at, Hash ours, Hash theirs) {
        heard = 0;
        String text =
                "the store journal forked at entry "
                        + at
                        + ": "
                        + ours.short6()
                        + " is here, "
                        + theirs.short6()
                        + " is at head office. Nothing is sent until someone decides which stands";
        shown.alerts().raise(Alert.Kind.FORKED, SUBJECT, text);
        link.show(false, Optional.of(text));
    }

    private SignedHead signedHead() {
        return journal.signedHead()
                .orElseGet(() -> SignedHead.sign(journal.id(), journal.forced(), signer));
    }

    private final class OwnJournal implements Evidence {
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
            return mark.isBy(receiver.name(), receiver.verifier());
        }
    }
}
