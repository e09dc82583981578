package io.tidemark.fog.intake;

import io.tidemark.fog.broker.Arrival;
import io.tidemark.fog.broker.Arrivals;
import io.tidemark.fog.broker.Dealt;
import io.tidemark.fog.question.Enquiries;
import io.tidemark.fog.telemetry.Fleet;
import io.tidemark.fog.watch.Devices;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.fetch.JournalAsk;
import io.tidemark.ledger.fetch.JournalPart;
import io.tidemark.ledger.masterdata.MasterAsk;
import io.tidemark.ledger.masterdata.MasterPart;
import io.tidemark.ledger.sync.Presence;
import io.tidemark.ledger.telemetry.ClockTold;
import io.tidemark.node.writer.NotNow;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sorts what the broker hands over: journals to the intake, presence to the watch, the rest to
 * master data.
 */
public final class Reception implements Arrivals {
    private final Lanes lanes;
    private final Intake intake;
    private final Devices devices;
    private final Function<MasterAsk, Optional<MasterPart>> masterData;
    private final Consumer<JournalId> greeted;
    private final Fleet fleet;
    private final Enquiries enquiries;

    /**
     * @param enquiries answers what a device asks while somebody waits at it
     * @param greeted told of each journal that its device has greeted with, in its lane, before it
     *     is answered
     * @param masterData answers a till that asks for a part of the file; empty where there is none
     *     yet
     */
    public Reception(
            Lanes lanes,
            Intake intake,
            Devices devices,
            Function<MasterAsk, Optional<MasterPart>> masterData,
            Consumer<JournalId> greeted,
            Fleet fleet,
            Enquiries enquiries) {
        this.lanes = lanes;
        this.intake = intake;
        this.devices = devices;
        this.masterData = masterData;
        this.greeted = greeted;
        this.fleet = fleet;
        this.enquiries = enquiries;
    }

    @Override
    public CompletionStage<Dealt> arrived(Arrival arrival) {
        return switch (arrival.kind()) {
            case HELLO ->
                    intake.hello(arrival.from(), arrival.payload())
                            .thenApply(answer -> greeted(arrival, answer));
            case BATCH ->
                    intake.batch(arrival.from(), arrival.payload()).thenApply(Reception::dealt);
            case PRESENCE -> present(arrival);
            // A part is read from the disk: in its device's lane, so that nobody else waits.
            case MASTER_ASK ->
                    lanes.submit(arrival.from(), _ -> asked(arrival))
                            .exceptionally(Reception::refusal);
            case JOURNAL_ASK ->
                    lanes.submit(arrival.from(), _ -> givenBack(arrival))
                            .exceptionally(Reception::refusal);
            case TELEMETRY -> CompletableFuture.completedFuture(said(arrival));
            case QUESTION ->
                    CompletableFuture.completedFuture(
                            enquiries.arrived(arrival.from(), arrival.payload()));
        };
    }

    @Override
    public void connected(NodeName device) {
        devices.connected(device);
    }

    @Override
    public void disconnected(NodeName device) {
        devices.disconnected(device);
    }

    private Dealt greeted(Arrival arrival, Answer answer) {
        // Who is asked for an earlier journal in answer to its greeting knows all there is to know.
        if (!(answer instanceof Answer.Refused) && !(answer instanceof Answer.Wanted)) {
            JournalId about = Hello.parse(arrival.payload()).head().journal();
            if (about.node().equals(arrival.from())) greeted.accept(about);
        }
        return dealt(answer);
    }

    private CompletionStage<Dealt> present(Arrival arrival) {
        try {
            devices.said(arrival.from(), Presence.parse(arrival.payload()));
            return CompletableFuture.completedFuture(Dealt.taken());
        } catch (Malformed e) {
            return CompletableFuture.completedFuture(unreadable(e));
        }
    }

    private Dealt said(Arrival arrival) {
        try {
            ClockTold told = fleet.heard(arrival.from(), arrival.payload());
            return Dealt.taken().replying(Dealt.Topic.CLOCK, told.toBytes());
        } catch (Malformed | NotNow e) {
            return refusal(e);
        }
    }

    private Dealt asked(Arrival arrival) {
        return masterData
                .apply(MasterAsk.parse(arrival.payload()))
                .map(part -> Dealt.taken().replying(Dealt.Topic.MASTER_PART, part.toBytes()))
                .orElseGet(Dealt::taken);
    }

    private Dealt givenBack(Arrival arrival) {
        JournalPart part = intake.part(arrival.from(), JournalAsk.parse(arrival.payload()));
        return Dealt.taken().replying(Dealt.Topic.JOURNAL_PART, part.toBytes());
    }

    private static Dealt dealt(Answer answer) {
        Dealt dealt =
                switch (answer) {
                    case Answer.Marked _, Answer.Gap _, Answer.Forked _, Answer.Wanted _ ->
                            Dealt.taken();
                    case Answer.NotNow(Duration retryAfter) ->
                            Dealt.refused(
                                    Dealt.Code.NOT_NOW,
                                    "not now; again in " + retryAfter.toSeconds() + " s");
                    case Answer.Refused(Answer.Reason reason, String why) ->
                            Dealt.refused(
                                    reason == Answer.Reason.MALFORMED
                                                    || reason == Answer.Reason.TOO_LARGE
                                            ? Dealt.Code.UNREADABLE
                                            : Dealt.Code.NOT_YOURS,
                                    why);
                };
        return dealt.replying(Dealt.Topic.ANSWER, answer.toBytes());
    }

    /** What was asked wrongly, or too much at a time, is refused; a disk that fails is not. */
    private static Dealt refusal(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        return switch (cause) {
            case Malformed malformed -> unreadable(malformed);
            case NotNow busy ->
                    Dealt.refused(Dealt.Code.NOT_NOW, String.valueOf(busy.getMessage()));
            default -> throw new CompletionException(cause);
        };
    }

    private static Dealt unreadable(Malformed why) {
        return Dealt.refused(Dealt.Code.UNREADABLE, String.valueOf(why.getMessage()));
    }
}
