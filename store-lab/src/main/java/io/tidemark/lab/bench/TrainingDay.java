package io.tidemark.lab.bench;

import io.tidemark.authority.ProvisionedNode;
import io.tidemark.authority.ProvisionedStore;
import io.tidemark.lab.process.Deployables;
import io.tidemark.lab.process.Deployables.Kind;
import io.tidemark.lab.process.NodeFailed;
import io.tidemark.lab.process.NodeProcess;
import io.tidemark.lab.proxy.TcpProxy;
import io.tidemark.lab.retail.Catalogue;
import io.tidemark.lab.retail.Row;
import io.tidemark.lab.shop.Provisioning;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The day of one store whose gateway and tills, one of each profile, do once what they are to do
 * fast from their first second on: a day's backlog goes up, is taken in, marked, and asked for;
 * then one small entry after the other, for what runs once a receipt is another part of the
 * programs; then what a cashier does, by the till's API, with master data that head office
 * published; and at last the day is closed down and computed a second time from the journals'
 * bytes.
 */
final class TrainingDay {
    private static final List<String> TILLS = List.of("till-small", "till-standard");
    private static final Duration BETWEEN = Duration.ofMillis(8);
    private static final Duration QUERYABLE_MAX = Duration.ofMinutes(3);

    private final Deployables deployables;
    private final Path directory;
    private final Size size;

    /**
     * Of each till.
     *
     * @param receipts of its backlog
     * @param alone entries sent one by one
     * @param sales by its API
     */
    record Size(int receipts, int alone, int sales) {
        static final Size USUAL = new Size(10_000, 1_500, 300);
    }

    /** Starts a node, and says where it listens. */
    interface Starts {
        NodeProcess.Ports node(Kind kind, Optional<String> profile, ProvisionedNode node);
    }

    TrainingDay(Deployables deployables, Path directory, Size size) {
        this.deployables = deployables;
        this.directory = directory;
        this.size = size;
    }

    /**
     * @throws NodeFailed if anything of it fails
     */
    void work(Starts starts) throws IOException, InterruptedException {
        try (TcpProxy way = TcpProxy.listening();
                Published headOffice = new Published()) {
            ProvisionedStore store =
                    SyncStore.provisioned(directory, TILLS.size(), headOffice.port());
            headOffice.start(deployables, directory);
            List<Row.Line> sold = Receipts.lines(Optional.empty());
            NodeProcess.Ports gateway =
                    starts.node(Kind.GATEWAY, Optional.empty(), store.gateway());
            way.passTo(gateway.mqtt());
            List<NodeProcess.Ports> tills = new ArrayList<>();
            for (int till = 0; till < TILLS.size(); till++) {
                ProvisionedNode node = store.tills().get(till);
                Backlog.write(node, sold, 0, size.receipts());
                Provisioning.nameGateway(node.home(), way.port());
                tills.add(starts.node(Kind.TILL, Optional.of(TILLS.get(till)), node));
            }
            awaitQueryable(gateway);
            // Beside each other: somebody waits for the build.
            tills.parallelStream().forEach(till -> trade(till.http(), headOffice.catalogue()));
            new Evening(gateway.http()).closeDown();
        }
    }

    private void trade(int till, Catalogue catalogue) {
        new Drawer(till).open(size.alone(), BETWEEN);
        Errands errands = new Errands(till, catalogue);
        errands.awaitMasterData();
        errands.lookAround();
        errands.sell(size.sales());
        errands.closeDay();
        errands.awaitMarked();
    }

    private void awaitQueryable(NodeProcess.Ports gateway) throws InterruptedException {
        GatewayWatch watch = new GatewayWatch("http://127.0.0.1:" + gateway.http() + "/");
        long lines = (long) TILLS.size() * size.receipts() * Receipts.LINES;
        if (watch.until(lines, QUERYABLE_MAX).await() < 0)
            throw new NodeFailed(
                    "the gateway did not have all lines in "
                            + QUERYABLE_MAX.toSeconds()
                            + " s; the machine may be too busy for a training");
    }
}
