package io.tidemark.fog;

import io.tidemark.fog.command.GatewayCommands;
import io.tidemark.fog.intake.Repetitions;
import io.tidemark.fog.ledger.GatewaySchema;
import io.tidemark.fog.proof.CheckCommand;
import io.tidemark.fog.proof.KeysCommand;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.command.NodeMain;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.Peer;
import io.tidemark.node.home.RunningNode;
import io.tidemark.node.home.Verification;
import io.tidemark.node.projection.FollowedJournal;
import io.tidemark.node.projection.ProjectionSchema;
import io.tidemark.node.running.PinAsked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The gateway as a program. */
public final class FogGateway implements Deployable {
    /** Under which the authority enrols a store's gateway. */
    private static final String OWN_DEVICE = "gateway";

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
    public List<FollowedJournal> followed(List<Journal> held) {
        List<Journal> devices = held.stream().filter(FogGateway::isOfDevice).toList();
        Repetitions repetitions = new Repetitions(() -> devices);
        return held.stream()
                .map(each ->
                        isOfDevice(each) ? repetitions.followed(each) : FollowedJournal.of(each))
                .toList();
    }

    private static boolean isOfDevice(Journal journal) {
        return !journal.id().node().device().equals(OWN_DEVICE);
    }

    @Override
    public List<Object> commands() {
        List<Object> commands =
                new ArrayList<>(
                        List.of(
                                new Recover(this),
                                new ExportStanding(this),
                                new ExportDay(this),
                                new Prove(this),
                                new KeysCommand(this),
                                new CheckCommand()));
        commands.addAll(GatewayCommands.all(PinAsked.ofThisProcess()));
        return commands;
    }
}
