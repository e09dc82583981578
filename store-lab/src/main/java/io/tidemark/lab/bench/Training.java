package io.tidemark.lab.bench;

import io.tidemark.authority.ProvisionedNode;
import io.tidemark.authority.ProvisionedStore;
import io.tidemark.lab.process.Deployables;
import io.tidemark.lab.process.Deployables.Kind;
import io.tidemark.lab.process.NodeFailed;
import io.tidemark.lab.process.Trainee;
import io.tidemark.lab.proxy.TcpProxy;
import io.tidemark.lab.retail.Catalogue;
import io.tidemark.lab.retail.Row;
import io.tidemark.lab.shop.Provisioning;
import io.tidemark.node.kept.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One store whose gateway and tills, one of each profile, do once what they are to do fast from
 * their first second on: a day's backlog goes up, is taken in, marked, and asked for; then one
 * small entry after the other, for what runs once a receipt is another part of the programs; then
 * what a cashier does, by the till's API, with master data that head office published; and at last
 * the day is closed down and computed a second time from the journals' bytes.
 */
final class Training {
    private static final List<String> TILLS = List.of("till-small", "till-standard");
    private static final int RECEIPTS = 10_000;

    /** Of each till, one by one. */
    private static final int ALONE = 1_500;

    private static final int SALES = 300;

    private static final Duration BETWEEN = Duration.ofMillis(8);
    private static final Duration QUERYABLE_MAX = Duration.ofMinutes(3);

    private final Deployables deployables;
    private final Path directory;
    private final List<Trainee> trainees = new ArrayList<>();

    private Training(Deployables deployables, Path directory) {
        this.deployables = deployables;
        this.directory = directory;
    }

    /**
     * Works below the source tree's {@code target}, where a training that was broken off is swept.
     *
     * @throws NodeFailed if anything of it fails: then there is no cache, or only some are there
     */
    static void run() throws IOException, InterruptedException {
        Deployables deployables = Deployables.besideThis().checked();
        Path target = deployables.sourceTree().resolve("target").resolve("training");
        try (Scratch scratch = Scratch.at(target)) {
            new Training(deployables, scratch.directory()).train();
        }
    }

    private void train() throws IOException, InterruptedException {
        try (TcpProxy way = TcpProxy.listening();
                Published headOffice = new Published()) {
            ProvisionedStore store =
                    SyncStore.provisioned(directory, TILLS.size(), headOffice.port());
            headOffice.start(deployables, directory);
            List<Row.Line> sold = Receipts.lines(Optional.empty());
            Trainee gateway = started(Kind.GATEWAY, Optional.empty(), store.gateway());
            way.passTo(gateway.ports().mqtt());
            List<Trainee> tills = new ArrayList<>();
            for (int till = 0; till < TILLS.size(); till++) {
                ProvisionedNode node = store.tills().get(till);
                Backlog.write(node, sold, 0, RECEIPTS);
                Provisioning.nameGateway(node.home(), way.port());
                tills.add(started(Kind.TILL, Optional.of(TILLS.get(till)), node));
            }
            awaitQueryable(gateway);
            // Beside each other: somebody waits for the build.
            tills.parallelStream().forEach(till -> trade(till, headOffice.catalogue()));
            new Evening(gateway.ports().http()).closeDown();
            trainees.forEach(Trainee::stop);
            trainees.parallelStream().forEach(Trainee::graduate);
        } finally {
            trainees.forEach(Trainee::close);
        }
    }

    private Trainee started(Kind kind, Optional<String> profile, ProvisionedNode node) {
        Trainee trainee =
                Trainee.start(
                        deployables.trained(kind, profile),
                        List.of(
                                "--dir",
                                node.home().toString(),
                                "--passphrase-file",
                                node.passphraseFile().toString()),
                        directory.resolve(node.name().device() + ".log"));
        trainees.add(trainee);
        return trainee;
    }

    private static void trade(Trainee till, Catalogue catalogue) {
        new Drawer(till.ports().http()).open(ALONE, BETWEEN);
        Errands errands = new Errands(till.ports().http(), catalogue);
        errands.awaitMasterData();
        errands.lookAround();
        errands.sell(SALES);
        errands.closeDay();
        errands.awaitMarked();
    }

    private static void awaitQueryable(Trainee gateway) throws InterruptedException {
        GatewayWatch watch = new GatewayWatch("http://127.0.0.1:" + gateway.ports().http() + "/");
        long lines = (long) TILLS.size() * RECEIPTS * Receipts.LINES;
        if (watch.until(lines, QUERYABLE_MAX).await() < 0)
            throw new NodeFailed(
                    "the gateway did not have all lines in "
                            + QUERYABLE_MAX.toSeconds()
                            + " s; the machine may be too busy for a training");
    }
}
