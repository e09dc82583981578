package io.tidemark.edge.sync;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.sync.Fork;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with the gateway.
 *
 * @param online whether it has answered on the current connection
 * @param connection in words, for a person
 * @param marked the last verified mark, of this process or kept from before
 * @param notice what a person must see to
 * @param quarantined whether the gateway has another history of this journal: nothing is marked
 */
public record SyncStatus(
        boolean online,
        String connection,
        Optional<Mark> marked,
        Optional<String> notice,
        boolean quarantined) {
    private static final String QUARANTINED = "quarantined";

    static SyncStatus starting(Optional<Mark> kept) {
        return new SyncStatus(false, "not connected yet", kept, Optional.empty(), false);
    }

    static SyncStatus online(NodeName gateway, Mark mark) {
        return new SyncStatus(
                true, "connected to " + gateway, Optional.of(mark), Optional.empty(), false);
    }

    SyncStatus offline(String why) {
        return new SyncStatus(false, why, marked, notice, quarantined);
    }

    SyncStatus refused(Answer.Reason reason, String why) {
        return with(
                "The gateway refuses this till's entries ("
                        + reason
                        + ": "
                        + why
                        + "). Selling goes on; tell the store's manager.");
    }

    SyncStatus forked(Fork fork) {
        return new SyncStatus(false, QUARANTINED, marked, Optional.of(told(fork)), true);
    }

    /** The gateway has answered it on another connection. */
    SyncStatus heardAgain() {
        return new SyncStatus(online, QUARANTINED, marked, notice, quarantined);
    }

    /** One of which entries that may differ are pruned here. */
    SyncStatus forkedBeyond(long pruned, Fork fork) {
        return forked(fork)
                .with(
                        told(fork)
                                + " Receipts up to entry "
                                + pruned
                                + " are pruned here, which the gateway had released: what is shown"
                                + " begins after it.");
    }

    SyncStatus grantRefused(String why) {
        String told = "A grant of this till's next epoch is not taken up: " + why + ".";
        String before = notice.orElse("");
        return before.contains(told) ? this : with((before + " " + told).strip());
    }

    SyncStatus releaseRefused(String why) {
        String told = "The gateway's word on what may be pruned here is not believed: " + why + ".";
        String before = notice.orElse("");
        return before.contains(told) ? this : with((before + " " + told).strip());
    }

    /** Beside what a fork has to say, which stays true. */
    SyncStatus lacking(@Nullable String why) {
        String told =
                "The gateway asks for entries that it had: "
                        + why
                        + ". Stop the gateway, run `./tidemark gateway recover DIR --recovery-key"
                        + " FILE`, and start it again. Selling goes on, and all of it is kept.";
        String before = quarantined ? notice.orElse("") : "";
        return before.contains(told) ? this : with((before + " " + told).strip());
    }

    private static String told(Fork fork) {
        return "Entry "
                + fork.at()
                + " is "
                + fork.ours().short6()
                + " here and "
                + fork.theirs().short6()
                + " at the gateway: an old disk put back, or a copied till. Selling goes on, and all of it"
                + " is kept. Head office compares both and decides; then this till goes on in its next"
                + " epoch by itself.";
    }

    private SyncStatus with(String said) {
        return new SyncStatus(online, connection, marked, Optional.of(said), quarantined);
    }

    /**
     * Whether the gateway hears what is said beside the journal: it does so also of one whose
     * branch it keeps apart.
     */
    public boolean isHeard() {
        return online || connection.equals(QUARANTINED);
    }

    /** Up to where the gateway has said that it holds the journal; 0 before it has. */
    public long markedSequence() {
        return marked.map(Mark::sequence).orElse(0L);
    }
}
