package io.tidemark.edge.sync;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.masterdata.MasterPart;
import io.tidemark.ledger.sync.Heard;
import io.tidemark.ledger.sync.Presence;
import io.tidemark.ledger.sync.Sender;
import io.tidemark.ledger.sync.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Drives the {@link Sender}: does its steps through the uplink, and tells it what came of them.
 * Stepped by one thread; {@link #status} is for any.
 *
 * <p>Times are real ones, whatever clock the business runs on.
 */
public final class SyncLoop {
    private static final Duration IDLE_MAX = Duration.ofSeconds(30);

    /**
     * Of the kernel's back-off, which is made for a whole organisation's gateways: a store's few
     * tills may knock at their own gateway every five seconds.
     */
    private static final double BACKOFF_PART = 1.0 / 6;

    private final OwnJournal own;
    private final SyncPorts ports;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Batches batches;
    private final HandedDown handedDown;
    private final EarlierEpochs earlier;
    private final Standing standing;
    private final Link link = new Link();

    private Sender sender;

    /**
     * @param clock real time, also where the business runs on a laboratory clock
     */
    public SyncLoop(OwnJournal own, SyncPorts ports, InstantSource clock, RandomGenerator random) {
        this.own = own;
        this.ports = ports;
        this.clock = clock;
        this.random = random;
        this.batches = new Batches(own, ports.batchBytes());
        this.handedDown = new HandedDown(ports);
        this.earlier = new EarlierEpochs(ports.continuing().earlier());
        Optional<Mark> kept = ports.marks().read().filter(own::isAbout);
        this.standing = new Standing(own, ports, handedDown, kept);
        this.sender =
                kept.map(mark -> Sender.resuming(own.journal().id(), mark, own))
                        .orElseGet(() -> Sender.starting(own.journal().id()));
        sender.fork().ifPresent(standing::startForked);
    }

    public SyncStatus status() {
        return standing.status();
    }

    /**
     * Does one thing that is due. Returns how long nothing else is, unless something happens: zero
     * if something is.
     */
    Duration step() {
        Instant now = clock.instant();
        Optional<Duration> patience = link.patience(now);
        if (patience.isPresent())
            return patience.get().isPositive()
                    ? connecting(patience.get())
                    : giveUp("no answer to the connection", now);
        standing.sayBeside();
        if (earlier.awaits()) return awaitingEarlier(now);
        return switch (sender.next(own.forced().sequence(), now)) {
            case Step.Connect _ -> connect(now);
            case Step.SayHello(Optional<Mark> disputed) -> hello(disputed, now);
            case Step.Send(long from) -> send(fromWhole(from), now);
            case Step.WaitUntil(Instant at) -> quiet(now, at);
            case Step.Idle _ -> idle(now);
            case Step.Abandon _ -> giveUp("the gateway has not answered in time", now);
        };
    }

    private Duration connect(Instant now) {
        ports.uplink().connect(link.begin(now), presence(Presence.State.OFFLINE));
        return Link.CONNECT_MAX;
    }

    private Duration connecting(Duration left) {
        return batches.rehearse(sender.marked()) ? Duration.ZERO : left;
    }

    private Duration hello(Optional<Mark> disputed, Instant now) {
        ports.uplink().say(Channel.HELLO, new Hello(own.signedHead(), disputed).toBytes());
        sender = sender.greeted(now);
        return Duration.ZERO;
    }

    /**
     * Where it has forked: what is pruned here its gateway had released, hash and all, so both have
     * it, and the branch is shown from what is still whole.
     */
    private long fromWhole(long from) {
        return sender.isQuarantined() ? Math.max(from, own.journal().prunedUpTo() + 1) : from;
    }

    private Duration send(long from, Instant now) {
        try {
            return send(batches.from(from), now);
        } catch (EntryPruned pruned) {
            return lacking(pruned, now);
        }
    }

    /** A gateway on another disk, which has not what this one had marked and archived. */
    private Duration lacking(EntryPruned pruned, Instant now) {
        giveUp("the gateway asks for what is pruned here", now);
        standing.lacking(String.valueOf(pruned.getMessage()));
        return Duration.ZERO;
    }

    private Duration send(Batches.Packed batch, Instant now) {
        ports.uplink().say(Channel.BATCH, batch.message());
        sender = sender.sent(batch.last(), now);
        return Duration.ZERO;
    }

    private Duration awaitingEarlier(Instant now) {
        Duration patience = earlier.patience(now);
        return patience.isPositive()
                ? patience
                : giveUp("the gateway has not answered in time", now);
    }

    /** Nothing of the journal is on its way: then perhaps something of an earlier one. */
    private Duration idle(Instant now) {
        Duration quiet = quiet(now, now.plus(IDLE_MAX));
        if (!sender.isOnline()) return quiet;
        Optional<EarlierEpochs.Due> due = earlier.due(now);
        if (due.isEmpty())
            return earlier.dueAt().isBefore(now.plus(quiet))
                    ? between(now, earlier.dueAt())
                    : quiet;
        try {
            ports.uplink().say(due.get().channel(), due.get().payload(ports.batchBytes()));
        } catch (EntryPruned pruned) {
            return lacking(pruned, now);
        }
        earlier.said(now);
        return earlier.patience(now);
    }

    /** Nothing of the journal is due: then perhaps the master data. */
    private Duration quiet(Instant now, Instant until) {
        if (!sender.isOnline()) return between(now, until);
        MasterFetch fetch = handedDown.fetch();
        fetch.ask(now).ifPresent(ask -> ports.uplink().say(Channel.MASTER_ASK, ask.toBytes()));
        return between(now, fetch.dueAt().isBefore(until) ? fetch.dueAt() : until);
    }

    private static Duration between(Instant now, Instant until) {
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /**
     * Takes in one thing that happened. What belongs to a connection given up is of no interest.
     */
    void handle(UplinkEvent event) {
        if (!link.is(event.connection())) return;
        Instant now = clock.instant();
        switch (event) {
            case UplinkEvent.Up _ -> up();
            case UplinkEvent.Down(long _, String why) -> giveUp(why, now);
            case UplinkEvent.Taken _ -> {}
            case UplinkEvent.Refused(long _, Channel channel, int code) -> {
                // The acknowledgement that the refusal of an earlier journal rode on.
                if (!earlier.wasRefused())
                    giveUp(
                            "the gateway did not take "
                                    + channel.path()
                                    + " (MQTT reason code "
                                    + code
                                    + ")",
                            now);
            }
            case UplinkEvent.Heard heard -> heard(heard, now);
        }
    }

    private void up() {
        link.up();
        sender = sender.connected();
        handedDown.connected();
        earlier.connected(clock.instant());
        ports.uplink()
                .say(
                        Channel.PRESENCE,
                        presence(
                                sender.isQuarantined()
                                        ? Presence.State.QUARANTINED
                                        : Presence.State.ONLINE));
    }

    private void heard(UplinkEvent.Heard heard, Instant now) {
        try {
            switch (heard.channel()) {
                case ANSWER -> answered(Answer.parse(heard.payload()), now);
                case MASTER_PART -> handedDown.part(MasterPart.parse(heard.payload()), now);
                case GRANT -> standing.handed(() -> handedDown.grant(heard.payload()));
                case RELEASE -> standing.handed(() -> handedDown.release(heard.payload()));
                case CLOCK -> ports.beside().heard(heard.payload());
                case ANSWERED -> ports.questions().heard(heard.payload());
                case HELLO,
                        BATCH,
                        PRESENCE,
                        MASTER_ASK,
                        JOURNAL_ASK,
                        JOURNAL_PART,
                        TELEMETRY,
                        QUESTION ->
                        giveUp("the gateway said something that nobody asked for", now);
            }
            ports.uplink().done(heard);
        } catch (Malformed e) {
            giveUp("the gateway said something that cannot be read: " + e.getMessage(), now);
        }
    }

    private void answered(Answer answer, Instant now) {
        if (earlier.awaits()) {
            earlier.heard(answer, own, now)
                    .ifPresent(why -> giveUp("an answer that is not believed: " + why, now));
            return;
        }
        if (earlier.isAbout(answer)) return;
        Sender.Result result = sender.heard(answer, own, now);
        sender = result.sender();
        switch (result.heard()) {
            case Heard.Advanced(Mark mark) -> standing.marked(mark);
            case Heard.Resumed(Mark mark) -> standing.marked(mark);
            case Heard.Shown _ -> standing.shown();
            case Heard.Stale _, Heard.Wanted _ -> {}
            case Heard.Disbelieved(String why) ->
                    giveUp("an answer that is not believed: " + why, now);
            case Heard.Held(Instant _) -> dropped("the gateway is busy");
            case Heard.Refused(Answer.Reason reason, String why) -> {
                dropped("refused");
                standing.refused(reason, why);
            }
            case Heard.Forked _ -> forked();
        }
        if (answer instanceof Answer.Gap(Mark mark) && sender.isQuarantined())
            standing.lacking(mark);
    }

    private void forked() {
        ports.uplink().say(Channel.PRESENCE, presence(Presence.State.QUARANTINED));
        standing.forked(sender.fork());
    }

    private Duration giveUp(String why, Instant now) {
        sender = sender.failed(now, BACKOFF_PART * random.nextDouble());
        dropped(why);
        return Duration.ZERO;
    }

    private void dropped(String why) {
        link.drop();
        earlier.dropped();
        ports.questions().dropped();
        ports.uplink().drop();
        standing.offline(why);
    }

    /**
     * Says goodbye: a clean end of the connection is no reason for the gateway to publish the will.
     */
    void leave() {
        if (sender.isOnline())
            ports.uplink().say(Channel.PRESENCE, presence(Presence.State.OFFLINE));
        ports.uplink().close();
        ports.questions().dropped();
        standing.offline("the till is stopping");
    }

    private byte[] presence(Presence.State state) {
        return new Presence(state, own.forced().sequence()).toBytes();
    }
}
