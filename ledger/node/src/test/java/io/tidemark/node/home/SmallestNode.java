package io.tidemark.node.home;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.node.command.NodeMain;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.ProjectionSchema;
import io.tidemark.node.projection.Rows;
import io.tidemark.node.web.LoopbackServer;
import io.tidemark.node.writer.Decision;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A small program of the shape of the three: tests run it in this process and as a process of its
 * own.
 */
public final class SmallestNode implements Deployable {
    public static void main(String... arguments) {
        NodeMain.main(new SmallestNode(), arguments);
    }

    @Override
    public NodeRole role() {
        return NodeRole.TILL;
    }

    @Override
    public RunningNode start(NodeStart start) {
        start.clock(true);
        SingleWriter writer =
                new SingleWriter(SingleWriter.Limits.usual(), Runnable::run, start.halting()::halt)
                        .start("writer");
        LoopbackServer server =
                LoopbackServer.start(start.httpPort(), Map.of("test.shop", true), writer);
        if (Files.exists(start.home().directory().resolve("break")))
            writer.submit(failingForce()).join();
        return new RunningNode() {
            @Override
            public Ports ports() {
                return Ports.http(server.port()).withMqtt(1883);
            }

            @Override
            public void close() {
                server.close();
                writer.close();
            }
        };
    }

    @Override
    public Verification verify(NodeStart start) {
        Path damaged = start.home().directory().resolve("damaged");
        return new Verification(
                        List.of(Verification.Check.sound("journal s001.till-1.1, 3 entries")))
                .and(
                        Files.exists(damaged)
                                ? Verification.Check.wrong(
                                        "journal s001.till-2.1", "entry \"7\" at byte 12")
                                : Verification.Check.sound("journal s001.till-2.1, 9 entries"));
    }

    @Override
    public Peer peer(NodeStart start) {
        throw new CannotRun(ExitCode.BAD_USAGE, "the smallest node has no peer");
    }

    @Override
    public ProjectionSchema tables() {
        return new ProjectionSchema() {
            @Override
            public String name() {
                return "smallest";
            }

            @Override
            public int version() {
                return 1;
            }

            @Override
            public String migrations() {
                return "classpath:db/shop";
            }

            @Override
            public void apply(FollowedEntry entry, Rows rows) {}
        };
    }

    private static Decision<String> failingForce() {
        return group -> {
            group.force(
                    new JournalId(new NodeName("shop.example", "s001", "till-1"), 1),
                    () -> {
                        throw new UncheckedIOException(new IOException("No space left on device"));
                    });
            return "never";
        };
    }
}
