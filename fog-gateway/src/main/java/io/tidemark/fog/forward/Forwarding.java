package io.tidemark.fog.forward;

import io.tidemark.fog.intake.MarkNote;
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
import io.tidemark.ledger.sync.Evidence;
import io.tidemark.ledger.sync.Heard;
import io.tidemark.ledger.sync.Sender;
import io.tidemark.ledger.sync.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The loop around the sender: does what it decides, one attempt at a time, and tells it what came
 * of it. Back-off runs on elapsed time, never on the business clock.
 */
public final class Forwarding implements AutoCloseable {
    /** How long it sleeps at most when nothing is to do. */
    private static final Duration IDLE_MAX = Duration.ofSeconds(30);

    private static final Duration ARCHIVE_WAIT_FIRST = Duration.ofSeconds(1);
    private static final int ARCHIVE_DOUBLINGS_MAX = 6;

    private static final String SUBJECT = "head office";

    private final Journal journal;
    private final Signer signer;
    private final HeadOffice headOffice;
    private final Archive archive;
    private final Receiver receiver;
    private final Shown shown;
    private final InstantSource elapsed = () -> Instant.EPOCH.plusNanos(System.nanoTime());
    private final Thread thread = new Thread(this::run, "forward");
    private final Changes wake = new Changes();
    private volatile Sender sender;
    private volatile Optional<String> pulse = Optional.empty();
    private Instant archiveAt = Instant.MIN;
    private int archiveFailures;
    private volatile boolean closing;
    private volatile LinkState state;

    /** Whose marks count, and where the last one is noted. */
    public record Receiver(NodeName name, Verifier verifier, MarkNote note) {}

    /** Where people see how it goes. */
    public record Shown(Clock clock, Changes changes, Alerts alerts) {}

    public Forwarding(
            Journal journal,
            Signer signer,
            HeadOffice headOffice,
            Archive archive,
            Receiver receiver,
            Shown shown) {
        this.journal = journal;
        this.signer = signer;
        this.headOffice = headOffice;
        this.archive = archive;
        this.receiver = receiver;
        this.shown = shown;
        this.sender = Sender.starting(journal.id());
        this.state =
                new LinkState(
                        false,
                        shown.clock().instant(),
                        journal.forced().sequence(),
                        receiver.note().read().map(Mark::sequence).orElse(0L),
                        Optional.empty(),
                        archive.pending());
    }

    public Forwarding start() {
        thread.start();
        return this;
    }

    /** There is more to send, or to archive. Returns at once. */
    public void wake() {
        wake.happened();
    }

    public LinkState state() {
        LinkState now = state;
        return new LinkState(
                now.online(),
                now.since(),
                journal.forced().sequence(),
                now.marked(),
                now.trouble(),
                now.archivePending());
    }

    @Override
    public void close() {
        closing = true;
        wake();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Whether head office answered another question just now: while nothing is to be sent, only
     * that shows that it went away or came back.
     */
    public void heardOf(Optional<String> trouble) {
        pulse = trouble;
        show(sender.isOnline(), Optional.empty(), state.marked());
    }

    private void run() {
        long seen = 0;
        while (!closing) {
            try {
                seen = step(seen);
            } catch (IOException | UncheckedIOException e) {
                failed(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                if (!closing) throw new IllegalStateException("only a stop interrupts this", e);
            }
        }
    }

    private long step(long seen) throws IOException, InterruptedException {
        Instant now = elapsed.instant();
        switch (sender.next(journal.forced().sequence(), now)) {
            case Step.Connect _ -> sender = sender.connected();
            case Step.SayHello _ -> {
                sender = sender.greeted(now);
                heard(headOffice.hello(new Hello(signedHead())));
            }
            case Step.Send(long from) -> {
                Slice slice = journal.read(from, Limits.BATCH_BYTES_TARGET);
                sender = sender.sent(slice.last(), now);
                heard(headOffice.batch(slice.toBatch()));
            }
            case Step.WaitUntil(Instant at) -> pause(Duration.between(now, at));
            case Step.Abandon _ -> failed("no answer in time");
            case Step.Idle _ -> {
                return sendArchive(now) ? seen : wake.awaitBeyond(seen, untilArchive(now));
            }
            case Step.Quarantine(long at, Hash ours, Hash theirs) -> {
                quarantined(at, ours, theirs);
                return wake.awaitBeyond(seen, IDLE_MAX);
            }
        }
        return seen;
    }

    /** One segment, if one is due; a failure is its own, and holds up nothing but the archive. */
    private boolean sendArchive(Instant now) {
        if (now.isBefore(archiveAt)) return false;
        try {
            boolean sent = archive.sendNext(headOffice);
            archiveFailures = 0;
            shown.alerts().clear(Alert.Kind.ARCHIVE, SUBJECT);
            if (sent) show(sender.isOnline(), Optional.empty(), state.marked());
            return sent;
        } catch (IOException | UncheckedIOException e) {
            archiveAt = now.plus(archiveWait());
            if (!closing)
                shown.alerts()
                        .raise(
                                Alert.Kind.ARCHIVE,
                                SUBJECT,
                                "a closed segment waits for the archive: " + e.getMessage());
            return false;
        }
    }

    /** Random, and longer after each failure: the archive has time. */
    private Duration archiveWait() {
        long ceiling =
                Math.min(IDLE_MAX.toMillis(), ARCHIVE_WAIT_FIRST.toMillis() << archiveFailures);
        archiveFailures = Math.min(archiveFailures + 1, ARCHIVE_DOUBLINGS_MAX);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, ceiling + 1));
    }

    private Duration untilArchive(Instant now) {
        if (archiveFailures == 0) return IDLE_MAX;
        Duration left = Duration.between(now, archiveAt);
        return left.compareTo(IDLE_MAX) < 0 ? left : IDLE_MAX;
    }

    private void heard(Answer answer) {
        Sender.Result result = sender.heard(answer, new OwnJournal(), elapsed.instant());
        sender = result.sender();
        switch (result.heard()) {
            case Heard.Advanced(Mark mark) -> marked(mark);
            case Heard.Resumed(Mark mark) -> marked(mark);
            case Heard.Stale _ -> {}
            case Heard.Held _ -> show(false, Optional.of("it is busy"));
            case Heard.Refused(Answer.Reason reason, String why) -> {
                shown.alerts()
                        .raise(Alert.Kind.HEAD_OFFICE, SUBJECT, "refused (" + reason + "): " + why);
                show(false, Optional.of(why));
            }
            case Heard.Forked(long at, Hash ours, Hash theirs) -> quarantined(at, ours, theirs);
            case Heard.Disbelieved(String why) -> failed("its answer was not believed: " + why);
        }
    }

    private void marked(Mark mark) {
        pulse = Optional.empty();
        receiver.note().write(mark);
        shown.alerts().clear(Alert.Kind.HEAD_OFFICE, SUBJECT);
        show(true, Optional.empty(), mark.sequence());
    }

    private void failed(String why) {
        sender = sender.failed(elapsed.instant(), ThreadLocalRandom.current().nextDouble());
        show(false, Optional.of(why));
    }

    private void quarantined(long at, Hash ours, Hash theirs) {
        String text =
                "the store journal forked at entry "
                        + at
                        + ": "
                        + ours.short6()
                        + " is here, "
                        + theirs.short6()
                        + " is at head office. Nothing is sent until someone decides which stands";
        shown.alerts().raise(Alert.Kind.FORKED, SUBJECT, text);
        show(false, Optional.of(text));
    }

    private void show(boolean online, Optional<String> trouble) {
        show(online, trouble, state.marked());
    }

    private void show(boolean sending, Optional<String> trouble, long marked) {
        boolean changed;
        synchronized (this) {
            LinkState before = state;
            Optional<String> told = trouble.or(() -> pulse).or(() -> stays(sending, before));
            boolean online = sending && told.isEmpty();
            Instant since = before.online() == online ? before.since() : shown.clock().instant();
            LinkState after =
                    new LinkState(
                            online,
                            since,
                            journal.forced().sequence(),
                            marked,
                            told,
                            archive.pending());
            state = after;
            changed = !after.equals(before);
        }
        if (changed) shown.changes().happened();
    }

    /** What was the matter stays the matter until a mark comes. */
    private static Optional<String> stays(boolean sending, LinkState before) {
        return sending ? Optional.empty() : before.trouble();
    }

    /** Waiting for a back-off is not cut short by new entries: that is what it is for. */
    private void pause(Duration wait) throws InterruptedException {
        if (wait.isPositive()) Thread.sleep(wait);
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
