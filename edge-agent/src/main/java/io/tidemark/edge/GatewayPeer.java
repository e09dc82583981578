package io.tidemark.edge;

import io.tidemark.edge.sync.Channel;
import io.tidemark.edge.sync.Inbox;
import io.tidemark.edge.sync.Uplink;
import io.tidemark.edge.sync.UplinkEvent;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.fetch.JournalAsk;
import io.tidemark.ledger.fetch.JournalPart;
import io.tidemark.ledger.sync.Presence;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Peer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The store's gateway, asked for what it has received of this till's journal, over the same
 * authenticated channel that it came by. For a command, while the till is stopped.
 */
final class GatewayPeer implements Peer {
    /** How long the gateway may take for the connection, and for each part. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(15);

    private static final long CONNECTION = 1;

    private final Inbox inbox = new Inbox();
    private final Uplink uplink;

    private GatewayPeer(Function<Inbox, Uplink> uplink) {
        this.uplink = uplink.apply(inbox);
    }

    /**
     * @throws CannotRun if the gateway cannot be reached
     */
    static GatewayPeer connect(Function<Inbox, Uplink> uplink) {
        GatewayPeer peer = new GatewayPeer(uplink);
        boolean up = false;
        try {
            peer.uplink.connect(CONNECTION, new Presence(Presence.State.OFFLINE, 0).toBytes());
            while (!up) up = peer.await() instanceof UplinkEvent.Up;
            return peer;
        } finally {
            if (!up) peer.close();
        }
    }

    @Override
    public Optional<Batch> entries(JournalId journal, long from) {
        uplink.say(Channel.JOURNAL_ASK, new JournalAsk(journal.epoch(), from).toBytes());
        while (true)
            if (await() instanceof UplinkEvent.Heard heard) {
                uplink.done(heard);
                if (heard.channel() == Channel.JOURNAL_PART) {
                    JournalPart part = parsed(heard);
                    if (part.from() == from && part.epoch() == journal.epoch()) return part.batch();
                }
            }
    }

    private static JournalPart parsed(UplinkEvent.Heard heard) {
        try {
            return JournalPart.parse(heard.payload());
        } catch (Malformed e) {
            throw away("it said something that cannot be read: " + e.getMessage());
        }
    }

    /** The next event that is no end. */
    private UplinkEvent await() {
        Optional<UplinkEvent> event;
        try {
            event = inbox.await(ANSWER_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("the command was interrupted");
        }
        return switch (event.orElseThrow(() -> away("it did not answer in time"))) {
            case UplinkEvent.Down(long _, String why) -> throw away(why);
            case UplinkEvent.Refused(long _, Channel channel, int code) ->
                    throw away(
                            "it did not take "
                                    + channel.path()
                                    + " (MQTT reason code "
                                    + code
                                    + ")");
            case UplinkEvent.Up up -> up;
            case UplinkEvent.Taken taken -> taken;
            case UplinkEvent.Heard heard -> heard;
        };
    }

    private static CannotRun away(String why) {
        return new CannotRun(
                ExitCode.BAD_USAGE,
                "the gateway cannot be asked: "
                        + why
                        + ". See that it runs and is reached from here, or carry a copy: `./tidemark ledger"
                        + " export` there, `./tidemark ledger restore DIR --copy FILE` here");
    }

    @Override
    public void close() {
        uplink.close();
    }
}
