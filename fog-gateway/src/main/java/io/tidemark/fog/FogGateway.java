package io.tidemark.fog;

import io.tidemark.fog.ledger.GatewaySchema;
import io.tidemark.node.command.NodeMain;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.Peer;
import io.tidemark.node.home.RunningNode;
import io.tidemark.node.home.Verification;
import io.tidemark.node.projection.ProjectionSchema;
import java.io.IOException;
import java.util.List;

/** The gateway as a program. */
public final class FogGateway implements Deployable {
    public static void main(String[] arguments) {
        NodeMain.main(new FogGateway(), arguments);
    }

    @Override
    public NodeRole role() {
        return NodeRole.GATEWAY;
    }

    @Override
    public RunningNode start(NodeStart start) throws IOException {
        return Gateway.start(start);
    }

    @Override
    public Verification verify(NodeStart start) {
        return new GatewayCheck(start).all();
    }

    @Override
    public Peer peer(NodeStart start) {
        return HeadOfficePeer.of(start);
    }

    @Override
    public ProjectionSchema tables() {
        return new GatewaySchema();
    }

    @Override
    public List<Object> commands() {
        return List.of(new Recover(this), new ExportStanding(this));
    }
}
