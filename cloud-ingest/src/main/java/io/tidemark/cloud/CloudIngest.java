package io.tidemark.cloud;

import io.tidemark.cloud.ledger.HeadOfficeSchema;
import io.tidemark.cloud.masterdata.MasterCommand;
import io.tidemark.node.command.CommandGroup;
import io.tidemark.node.command.NodeMain;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.Peer;
import io.tidemark.node.home.RunningNode;
import io.tidemark.node.home.Verification;
import io.tidemark.node.projection.ProjectionSchema;
import java.util.List;
import java.util.Map;

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

    @Override
    public Peer peer(NodeStart start) {
        throw new CannotRun(
                ExitCode.BAD_USAGE,
                "head office sends its journal to nobody: restore it from a copy of your own, with --copy");
    }

    @Override
    public ProjectionSchema tables() {
        return new HeadOfficeSchema();
    }

    @Override
    public List<Object> commands() {
        return List.of(
                new MasterCommand(),
                new BooksCommand(),
                CommandGroup.of(
                        "stock",
                        "Goods of all stores, at head office that runs.",
                        Map.of("transfers", new StockTransfers())));
    }
}
