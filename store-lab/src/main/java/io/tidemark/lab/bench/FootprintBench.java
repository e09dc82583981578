package io.tidemark.lab.bench;

import io.tidemark.authority.ProvisionedNode;
import io.tidemark.authority.ProvisionedStore;
import io.tidemark.lab.process.Deployables;
import io.tidemark.lab.process.Deployables.Kind;
import io.tidemark.lab.process.TimedNode;
import io.tidemark.lab.proxy.TcpProxy;
import io.tidemark.lab.shop.Provisioning;
import io.tidemark.profiles.HardwareProfile;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * What a till and a gateway need of a machine that has little: memory once they work, and the time
 * from their start to their first answer; beside a program that is nothing but their libraries.
 */
final class FootprintBench implements AutoCloseable {
    private static final String STATUS = "/api/v1/status";
    private static final int SALES = 40;

    /** After the last entry is marked: what was done in its wake is done, too. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final Size size;
    private final Path directory;
    private final PrintStream told;
    private final Deployables deployables = Deployables.besideThis().checked();
    private final Published headOffice = new Published();
    private final TcpProxy gatewayWay = TcpProxy.listening();
    private final ProvisionedStore store;

    /**
     * @param profile of the till
     * @param starts of the till and of the bare program
     * @param gatewayStarts of the gateway
     */
    record Size(HardwareProfile profile, int starts, int gatewayStarts) {}

    FootprintBench(Size size, Path directory, PrintStream told) throws IOException {
        this.size = size;
        this.directory = directory;
        this.told = told;
        this.store = SyncStore.provisioned(directory, 2, headOffice.port());
    }

    Report run() throws IOException {
        boolean isTrained =
                deployables.trained(Kind.TILL, Optional.of(size.profile().name())).isCurrent();
        headOffice.start(deployables, directory);
        told.println("footprint: the gateway …");
        Starts gateways = new Starts();
        for (int start = 1; start < size.gatewayStarts(); start++)
            try (TimedNode gateway = gateway()) {
                settle();
                gateways.add(seen(gateway));
            }
        try (TimedNode gateway = gateway()) {
            gatewayWay.passTo(gateway.ports().mqtt());
            Starts tills = new Starts();
            Starts bare = new Starts();
            measure(gateway.ports().mqtt(), isTrained, tills, bare);
            gateways.add(seen(gateway));
            return report(isTrained, tills, bare, gateways);
        }
    }

    /** In turn, so that what the machine does beside it happens to both. */
    private void measure(int broker, boolean isTrained, Starts tills, Starts bare)
            throws IOException {
        ProvisionedNode till = store.tills().getFirst();
        Provisioning.nameGateway(till.home(), gatewayWay.port());
        int port = freePort();
        told.println("footprint: a first start of each, and what the bare program teaches a JVM …");
        firstDay(till, port);
        BareStore beside =
                new BareStore(
                        directory, size.profile(), store.tills().getLast(), broker, freePort());
        if (isTrained) beside.train();
        for (int start = 1; start <= size.starts(); start++) {
            told.println("footprint: start " + start + " of " + size.starts() + " …");
            tills.add(start(till, port));
            try (TimedNode running = beside.start()) {
                beside.work(running);
                settle();
                bare.add(seen(running));
            }
        }
    }

    private void firstDay(ProvisionedNode till, int port) {
        try (TimedNode running = till(till, port)) {
            Errands errands = new Errands(running.port(), headOffice.catalogue());
            errands.awaitMasterData();
            errands.openDay();
            errands.sell(SALES);
            errands.awaitMarked();
        }
    }

    private Starts.One start(ProvisionedNode till, int port) throws IOException {
        try (TimedNode running = till(till, port)) {
            Errands errands = new Errands(running.port(), headOffice.catalogue());
            errands.lookAround();
            errands.sell(SALES);
            errands.awaitMarked();
            settle();
            return seen(running);
        }
    }

    private static Starts.One seen(TimedNode running) throws IOException {
        return new Starts.One(running.firstAnswerMillis(), Resident.of(running.pid()));
    }

    private TimedNode till(ProvisionedNode node, int port) {
        return timed(Kind.TILL, Optional.of(size.profile().name()), node, port);
    }

    private TimedNode gateway() throws IOException {
        return timed(Kind.GATEWAY, Optional.empty(), store.gateway(), freePort());
    }

    private TimedNode timed(Kind kind, Optional<String> profile, ProvisionedNode node, int port) {
        List<String> options =
                List.of(
                        "--http-port",
                        String.valueOf(port),
                        "--dir",
                        node.home().toString(),
                        "--passphrase-file",
                        node.passphraseFile().toString());
        return TimedNode.start(
                new TimedNode.Launch(
                        deployables.run(kind, profile, options),
                        node.home(),
                        port,
                        STATUS,
                        directory.resolve(node.name().device() + ".log")));
    }

    private static void settle() {
        LockSupport.parkNanos(SETTLING.toNanos());
    }

    /** One that was free just now: the first answer is waited for from before anything listens. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Report report(boolean isTrained, Starts tills, Starts bare, Starts gateways) {
        return new Report()
                .put("profile", size.profile().name())
                .put("starts", size.starts())
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("trained", isTrained)
                .put("till", tills.report())
                .put("bare", bare.report())
                .put(
                        "firstAnswerRatio",
                        hundredths(tills.firstAnswerMillis() / bare.firstAnswerMillis()))
                .put("residentRatio", hundredths(tills.residentMb() / bare.residentMb()))
                .put("gateway", gateways.report());
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    @Override
    public void close() {
        headOffice.close();
        gatewayWay.close();
    }
}
