package io.tidemark.cloud;

import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.NodeMain;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.RunningNode;
import io.tidemark.node.home.Verification;

/** Head office as a program. */
public final class CloudIngest implements Deployable {
    public static void main(String[] arguments) {
        NodeMain.main(new CloudIngest(), arguments);
    }

    @Override
    public NodeRole role() {
        return NodeRole.HEAD_OFFICE;
    }

    @Override
    public RunningNode start(NodeStart start) {
        return HeadOffice.start(start);
    }

    @Override
    public Verification verify(NodeStart start) {
        return new Verifying(start).all();
    }
}
