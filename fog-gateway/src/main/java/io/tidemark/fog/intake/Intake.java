package io.tidemark.fog.intake;

import io.tidemark.fog.watch.Alert;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.fog.watch.Devices;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.sync.Known;
import io.tidemark.ledger.sync.Receiver;
import io.tidemark.ledger.sync.Verdict;
import io.tidemark.node.kept.Room;
import io.tidemark.node.writer.Decision;
import io.tidemark.node.writer.Group;
import io.tidemark.node.writer.NotNow;
import io.tidemark.node.writer.SingleWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Decides what becomes of greetings and batches. An answer completes only when what it says is on
 * disk.
 */
public final class Intake {
    private static final Duration NO_ROOM_RETRY = Duration.ofSeconds(10);
    private static final String DISK = "disk";

    private final SingleWriter writer;
    private final DeviceJournals journals;
    private final Quarantine quarantine;
    private final Self self;
    private final Devices devices;
    private final Alerts alerts;
    private final Runnable onForced;
    private final Room room;

    /** In whose name marks are given, and the disk that they promise. */
    public record Self(JournalId journal, Signer signer, Room room) {
        public Self(JournalId journal, Signer signer) {
            this(journal, signer, Room.ENDLESS);
        }
    }

    /**
     * @param onForced told after more has come to be on disk
     */
    public Intake(
            SingleWriter writer,
            DeviceJournals journals,
            Quarantine quarantine,
            Self self,
            Devices devices,
            Alerts alerts,
            Runnable onForced) {
        this.writer = writer;
        this.journals = journals;
        this.quarantine = quarantine;
        this.self = self;
        this.devices = devices;
        this.alerts = alerts;
        this.onForced = onForced;
        this.room = self.room();
        journals.all().forEach(this::raiseWhatStands);
    }

    /**
     * @param from whose certificate the connection has
     * @return fails only with a broken promise
     */
    public CompletableFuture<Answer> hello(NodeName from, byte[] payload) {
        return decided(from, group -> hello(journal(from), payload));
    }

    /**
     * @param from whose certificate the connection has
     * @return fails only with a broken promise
     */
    public CompletableFuture<Answer> batch(NodeName from, byte[] payload) {
        return decided(from, group -> batch(journal(from), payload, group))
                .whenComplete((_, _) -> onForced.run());
    }

    private CompletableFuture<Answer> decided(NodeName from, Decision<Answer> decision) {
        return writer.submit(decision).exceptionally(thrown -> refusal(from, thrown));
    }

    private Answer hello(DeviceJournal journal, byte[] payload) {
        Hello hello = Hello.parse(payload);
        Answer answer =
                switch (Receiver.examine(hello, known(journal))) {
                    case Verdict.Known _, Verdict.Fresh _ -> marked(journal);
                    case Verdict.Gap _ -> new Answer.Gap(mark(journal));
                    case Verdict.Forked forked -> forked(journal, forked, payload);
                    case Verdict.Refused refused -> refused(journal, refused);
                };
        if (answer instanceof Answer.Marked)
            devices.told(journal.device(), hello.head().sequence());
        return answer;
    }

    private Answer batch(DeviceJournal journal, byte[] payload, Group group) {
        Batch batch = Batch.parse(payload);
        return switch (Receiver.examine(batch, known(journal))) {
            case Verdict.Fresh fresh -> {
                if (!hasRoom()) yield new Answer.NotNow(NO_ROOM_RETRY);
                journal.append(fresh.entries(), fresh.head(), group);
                devices.told(journal.device(), fresh.head().sequence());
                raiseUnreadable(journal);
                yield marked(journal);
            }
            case Verdict.Known _ -> marked(journal);
            case Verdict.Gap _ -> new Answer.Gap(mark(journal));
            case Verdict.Forked forked -> forked(journal, forked, payload);
            case Verdict.Refused refused -> refused(journal, refused);
        };
    }

    private boolean hasRoom() {
        if (room.usableBytes() >= Room.BYTES_MIN) {
            alerts.clear(Alert.Kind.NO_ROOM, DISK);
            return true;
        }
        alerts.raise(
                Alert.Kind.NO_ROOM,
                DISK,
                "less than "
                        + (Room.BYTES_MIN >> 20)
                        + " MiB are left on this gateway's disk: free some space. The tills sell on and"
                        + " keep their entries until there is room");
        return false;
    }

    private Known known(DeviceJournal journal) {
        return journal.known(quarantine.holds(journal.id()));
    }

    private Answer marked(DeviceJournal journal) {
        return new Answer.Marked(mark(journal));
    }

    private Mark mark(DeviceJournal journal) {
        return journal.mark(self.journal(), self.signer());
    }

    private Answer forked(DeviceJournal journal, Verdict.Forked forked, byte[] sent) {
        quarantine.keep(journal.id(), forked.at(), sent);
        raiseForked(journal, forked.at(), forked.ours(), forked.theirs());
        return new Answer.Forked(forked.at(), forked.ours(), forked.theirs());
    }

    private Answer refused(DeviceJournal journal, Verdict.Refused refused) {
        if (refused.reason() != Answer.Reason.QUARANTINED)
            alerts.raise(Alert.Kind.REFUSED, journal.device().device(), refused.why());
        return new Answer.Refused(refused.reason(), refused.why());
    }

    /** What was thrown before anything was appended is an answer; a broken promise is not. */
    private Answer refusal(NodeName from, Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        if (cause instanceof NotNow busy) return new Answer.NotNow(atMost(busy.retryAfter()));
        if (!(cause instanceof Malformed)) throw new CompletionException(cause);
        String why = String.valueOf(cause.getMessage());
        alerts.raise(Alert.Kind.REFUSED, from.device(), why);
        return new Answer.Refused(Answer.Reason.MALFORMED, why);
    }

    private DeviceJournal journal(NodeName from) {
        return journals.of(from)
                .orElseThrow(() -> new Malformed(from + " keeps no journal of this store"));
    }

    private void raiseWhatStands(DeviceJournal journal) {
        raiseUnreadable(journal);
        if (quarantine.holds(journal.id()))
            alerts.raise(
                    Alert.Kind.FORKED,
                    journal.device().device(),
                    "its journal forked; the other branch is kept in "
                            + quarantine.branches(journal.id()).getFirst().getParent());
    }

    private void raiseUnreadable(DeviceJournal journal) {
        journal.unreadable()
                .ifPresent(bad ->
                        alerts.raise(
                                Alert.Kind.UNREADABLE,
                                journal.device().device(),
                                "entry "
                                        + bad.sequence()
                                        + " is kept but cannot be read: "
                                        + bad.why()));
    }

    private void raiseForked(DeviceJournal journal, long at, Hash ours, Hash theirs) {
        alerts.raise(
                Alert.Kind.FORKED,
                journal.device().device(),
                "its journal forked at entry "
                        + at
                        + ": "
                        + ours.short6()
                        + " is here, "
                        + theirs.short6()
                        + " was sent. A cloned device, or an old disk put back. The sent branch is"
                        + " kept; nothing more is taken until someone decides which stands");
    }

    private static Duration atMost(Duration wait) {
        return wait.compareTo(Answer.RETRY_AFTER_MAX) > 0 ? Answer.RETRY_AFTER_MAX : wait;
    }
}
