package io.tidemark.fog;

import io.tidemark.fog.forward.HeadOfficeAway;
import io.tidemark.fog.forward.HttpKeeping;
import io.tidemark.fog.forward.HttpLink;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.JournalId;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeSettings;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.Peer;
import java.util.Optional;

/** Head office, asked for what it has received of the store's own journal. */
final class HeadOfficePeer implements Peer {
    private final NodeIdentity identity;
    private final HttpLink way;
    private final HttpKeeping kept;

    private HeadOfficePeer(NodeIdentity identity, HttpLink way) {
        this.identity = identity;
        this.way = way;
        this.kept = new HttpKeeping(way, identity.name());
    }

    static HeadOfficePeer of(NodeStart start) {
        NodeIdentity identity = NodeIdentity.open(start.home().identity(), start.passphrase());
        NodeSettings.Peer peer = start.settings().headOfficeOrRefuse();
        return new HeadOfficePeer(
                identity,
                new HttpLink(
                        peer.host(),
                        peer.port(),
                        identity.tls()
                                .clientContext(Parts.headOfficeOf(identity.roster()).name())));
    }

    @Override
    public Optional<Batch> entries(JournalId journal, long from) {
        if (!journal.node().equals(identity.name()))
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "head office has the store's own journal only. What this gateway received of "
                            + journal.node().device()
                            + " that device has: restore it from a copy, `./tidemark ledger export`"
                            + " there and `./tidemark ledger restore DIR --copy FILE` here");
        try {
            return kept.entries(journal.epoch(), from);
        } catch (HeadOfficeAway away) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "head office cannot be asked: "
                            + away.getMessage()
                            + ". See that it runs and is reached from here, or carry a copy",
                    away);
        }
    }

    @Override
    public void close() {
        way.close();
    }
}
