package io.tidemark.edge;

import io.tidemark.edge.command.TillCommands;
import io.tidemark.edge.ledger.FollowedEpoch;
import io.tidemark.edge.ledger.TillSchema;
import io.tidemark.edge.sync.Inbox;
import io.tidemark.edge.sync.Uplink;
import io.tidemark.edge.sync.mqtt.PahoUplink;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.clock.SteadyClock;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.home.NodeSettings;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.Peer;
import io.tidemark.node.home.RunningNode;
import io.tidemark.node.home.Verification;
import io.tidemark.node.kept.Room;
import io.tidemark.node.projection.FollowedJournal;
import io.tidemark.node.projection.ProjectionSchema;
import io.tidemark.node.running.PinAsked;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A till as a process: on the real disk, clock and network. */
final class TillProgram implements Deployable {
    @Override
    public NodeRole role() {
        return NodeRole.TILL;
    }

    @Override
    public RunningNode start(NodeStart start) {
        Pages pages = Pages.prepare(start.httpPort(), start.home(), start.halting());
        try {
            return start(start, pages);
        } catch (RuntimeException | Error e) {
            pages.close();
            throw e;
        }
    }

    private static EdgeAgent start(NodeStart start, Pages pages) {
        NodeIdentity identity = identity(start);
        TillSite site = TillSite.of(identity, start.home());
        return new EdgeAgent(
                site,
                new TillPorts(
                        identity.signer(),
                        start.clock(identity.roster().laboratory()),
                        SteadyClock.from(Instant.now()),
                        RandomGenerator.getDefault(),
                        Room.on(site.home().directory()),
                        uplink(identity, site, start),
                        start.httpPort(),
                        start.halting()::halt),
                start.grant(),
                pages);
    }

    @Override
    public Verification verify(NodeStart start) {
        return new TillCheck(TillSite.of(identity(start), start.home()), start.watching()).run();
    }

    @Override
    public Peer peer(NodeStart start) {
        NodeIdentity identity = identity(start);
        return GatewayPeer.connect(uplink(identity, TillSite.of(identity, start.home()), start));
    }

    private static Function<Inbox, Uplink> uplink(
            NodeIdentity identity, TillSite site, NodeStart start) {
        NodeSettings.Peer gateway = start.settings().gatewayOrRefuse();
        return inbox ->
                new PahoUplink(
                        identity.name(),
                        new PahoUplink.Address(gateway.host(), gateway.port()),
                        () -> identity.tls().clientContext(site.gateway()),
                        inbox);
    }

    @Override
    public List<FollowedJournal> followed(List<Journal> held) {
        return FollowedEpoch.all(held);
    }

    @Override
    public ProjectionSchema tables() {
        return new TillSchema();
    }

    @Override
    public List<Object> commands() {
        return TillCommands.all(PinAsked.ofThisProcess());
    }

    private static NodeIdentity identity(NodeStart start) {
        return NodeIdentity.open(start.home().identity(), start.passphrase());
    }
}
