package io.tidemark.fog.intake;

import io.tidemark.fog.watch.Alert;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.fog.watch.Devices;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.fetch.JournalAsk;
import io.tidemark.ledger.fetch.JournalPart;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.RestoreRefused;
import io.tidemark.ledger.receive.Taken;
import io.tidemark.node.kept.Room;
import io.tidemark.node.packing.Packing;
import io.tidemark.node.writer.Decision;
import io.tidemark.node.writer.Group;
import io.tidemark.node.writer.NotNow;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Decides what becomes of greetings and batches. An answer completes only when what it says is on
 * disk.
 */
public final class Intake {
    private static final Duration NO_ROOM_RETRY = Duration.ofSeconds(10);
    private static final String DISK = "disk";

    private final Lanes lanes;
    private final DeviceJournals journals;
    private final Epochs epochs;
    private final Devices devices;
    private final Alerts alerts;
    private final Runnable onForced;
    private final Room room;
    private final NotBrought notBrought;
    private final JournalTroubles troubles;

    /**
     * @param room of the disk that a mark promises
     * @param onForced told after more has come to be on disk
     */
    public Intake(
            Lanes lanes,
            DeviceJournals journals,
            Epochs epochs,
            Room room,
            Devices devices,
            Alerts alerts,
            Runnable onForced) {
        this.lanes = lanes;
        this.journals = journals;
        this.epochs = epochs;
        this.room = room;
        this.devices = devices;
        this.alerts = alerts;
        this.onForced = onForced;
        this.notBrought = new NotBrought(alerts);
        this.troubles = new JournalTroubles(alerts);
        journals.all().forEach(troubles::stands);
        journals.healing().forEach(troubles::damaged);
    }

    /**
     * @param from whose certificate the connection has
     * @return fails only with a broken promise
     */
    public CompletableFuture<Answer> hello(NodeName from, byte[] payload) {
        return decided(from, group -> greeted(from, payload));
    }

    /**
     * @param from whose certificate the connection has
     * @return fails only with a broken promise
     */
    public CompletableFuture<Answer> batch(NodeName from, byte[] payload) {
        return decided(from, group -> batch(from, payload, group))
                .whenComplete((_, _) -> {
                    journals.of(from).ifPresent(troubles::unreadable);
                    onForced.run();
                });
    }

    /**
     * What is on disk here of a device's own journal, for a device whose disk has lost it.
     *
     * @param from whose certificate the connection has
     */
    JournalPart part(NodeName from, JournalAsk ask) {
        Optional<Batch> batch =
                journals.of(new JournalId(from, ask.epoch()))
                        .map(DeviceJournal::journal)
                        .filter(journal -> ask.from() <= journal.forced().sequence())
                        .flatMap(journal -> whole(journal, ask.from()));
        return new JournalPart(ask.epoch(), ask.from(), batch);
    }

    /** Receipts that are pruned here, too, come from head office's archive alone. */
    private Optional<Batch> whole(Journal journal, long from) {
        try {
            return Optional.of(journal.read(from, Limits.BATCH_BYTES_TARGET).toBatch());
        } catch (EntryPruned pruned) {
            alerts.raise(
                    Alert.Kind.HISTORY,
                    journal.id().node().device(),
                    "it asks for entries again from "
                            + from
                            + " on: "
                            + pruned.getMessage()
                            + ". Have the segment fetched and opened with `./tidemark gateway recover`"
                            + " into an empty directory, and export the journal from there");
            return Optional.empty();
        }
    }

    private CompletableFuture<Answer> decided(NodeName from, Decision<Answer> decision) {
        return lanes.submit(from, decision).exceptionally(thrown -> refusal(from, thrown));
    }

    private Answer greeted(NodeName from, byte[] payload) {
        Hello hello = Hello.parse(payload);
        Answer answer =
                switch (epochs.of(from, hello)) {
                    case Epochs.For.Journal(DeviceJournal journal) -> greeted(journal, hello);
                    case Epochs.For.Damaged(Healing healing) ->
                            epochs.bringsEarlier(hello)
                                    ? healing.asked(hello)
                                    : healing.hello(hello);
                    case Epochs.For.Nothing(Answer told) -> told;
                };
        if (answer instanceof Answer.Marked)
            devices.told(hello.head().journal(), hello.head().sequence());
        troubles.answered(from, answer);
        return answer;
    }

    private Answer greeted(DeviceJournal journal, Hello hello) {
        Answer answer = journal.hello(hello);
        journal.lost().ifPresent(mark -> troubles.lost(journal, mark));
        if (answer instanceof Answer.Marked && journals.areOfAReplacedGateway())
            notBrought.greeted(journal, hello);
        return answer;
    }

    private Answer batch(NodeName from, byte[] payload, Group group) {
        Batch batch = Batch.parse(Packing.unpacked(payload, Limits.BATCH_BYTES_MAX));
        if (!hasRoom()) return new Answer.NotNow(NO_ROOM_RETRY);
        Answer answer =
                switch (epochs.of(from, batch)) {
                    case Epochs.For.Journal(DeviceJournal journal) -> taken(journal, batch, group);
                    case Epochs.For.Damaged(Healing healing) -> healed(healing, batch, group);
                    case Epochs.For.Nothing(Answer told) -> told;
                };
        troubles.answered(from, answer);
        return answer;
    }

    private Answer healed(Healing healing, Batch batch, Group group) {
        Answer answer = healing.batch(batch);
        if (!healing.isComplete()) return answer;
        String device = healing.journal().node().device();
        try {
            DeviceJournal whole = journals.heal(healing);
            epochs.endsAsGranted(whole);
            alerts.clear(Alert.Kind.DAMAGED, device);
            return taken(whole, batch, group);
        } catch (RestoreRefused e) {
            alerts.raise(Alert.Kind.DAMAGED, device, String.valueOf(e.getMessage()));
            return new Answer.NotNow(NO_ROOM_RETRY);
        }
    }

    private Answer taken(DeviceJournal journal, Batch batch, Group group) {
        Taken taken = journal.batch(batch, group);
        if (taken.appended().isEmpty()) return taken.answer();
        devices.told(journal.id(), batch.last());
        notBrought.brought(journal.id());
        return taken.answer();
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

    private static Duration atMost(Duration wait) {
        return wait.compareTo(Answer.RETRY_AFTER_MAX) > 0 ? Answer.RETRY_AFTER_MAX : wait;
    }
}
