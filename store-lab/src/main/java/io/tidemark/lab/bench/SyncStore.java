package io.tidemark.lab.bench;

import io.tidemark.authority.Authority;
import io.tidemark.authority.OrganisationSpec;
import io.tidemark.authority.ProvisionedNode;
import io.tidemark.authority.ProvisionedStore;
import io.tidemark.authority.StoreSpec;
import io.tidemark.lab.process.Deployables;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.process.Machinery;
import io.tidemark.lab.process.NodeProcess;
import io.tidemark.lab.proxy.TcpProxy;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.profiles.AotCache;
import io.tidemark.profiles.HardwareProfile;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A store to measure: its gateway as shipped, and tills that reach it through a counting proxy. */
final class SyncStore implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final Path directory;
    private final Machinery machinery = new Machinery(false);
    private final ProvisionedStore provisioned;
    private final LabNode gateway;
    private final List<TcpProxy> ways = new ArrayList<>();
    private final List<TillLine> lines = new ArrayList<>();
    private @Nullable NodeProcess running;

    private SyncStore(Path directory, ProvisionedStore provisioned) {
        this.directory = directory;
        this.provisioned = provisioned;
        this.gateway =
                machinery.node(
                        new LabNode.Setup(
                                "gateway",
                                Deployables.besideThis().checked(),
                                Deployables.Kind.GATEWAY,
                                provisioned.gateway().home(),
                                provisioned.gateway().passphraseFile(),
                                Optional::empty,
                                directory.resolve("gateway.log")));
    }

    static SyncStore provision(Path directory, int tills) throws IOException {
        return new SyncStore(directory, provisioned(directory, tills));
    }

    /** The homes of a gateway and so many tills, on this machine. */
    static ProvisionedStore provisioned(Path directory, int tills) throws IOException {
        // Nobody listens there: head office is away, as it may be.
        return provisioned(directory, tills, 9);
    }

    static ProvisionedStore provisioned(Path directory, int tills, int headOfficePort)
            throws IOException {
        StoreSpec spec =
                new StoreSpec(
                        "bench",
                        "Bench",
                        ZoneId.systemDefault(),
                        0,
                        new CurrencyCode("GBP"),
                        new StoreSpec.Gateway(LOOPBACK, 0, 0, Optional.empty()),
                        IntStream.rangeClosed(1, tills)
                                .mapToObj(till ->
                                        new StoreSpec.Till(
                                                "till-" + till, "T" + till, 0, Optional.empty()))
                                .toList(),
                        List.of(),
                        new StoreSpec.HeadOffice(LOOPBACK, headOfficePort));
        Authority authority =
                Authority.create(
                                directory.resolve("authority"),
                                UUID.randomUUID().toString().toCharArray(),
                                OrganisationSpec.forLaboratory(),
                                directory)
                        .authority();
        return authority.provisionStore(spec, directory);
    }

    List<ProvisionedNode> tills() {
        return provisioned.tills();
    }

    LabNode gateway() {
        return gateway;
    }

    void startGateway() {
        running = gateway.start();
    }

    NodeProcess running() {
        if (running == null) throw new IllegalStateException("the gateway has not been started");
        return running;
    }

    /** A till's process, its journal open, not yet connected. */
    TillLine startTill(int index, int from, HardwareProfile profile, Optional<Path> data) {
        ProvisionedNode till = tills().get(index);
        TcpProxy way = TcpProxy.listening();
        way.passTo(running().ports().mqtt());
        ways.add(way);
        AotCache trained =
                Deployables.besideThis()
                        .trained(Deployables.Kind.TILL, Optional.of(profile.name()));
        List<String> command = new ArrayList<>(Deployables.java(profile, trained.use()));
        command.addAll(
                List.of(
                        "-cp",
                        // The shipped till's first, as it is cached; of the lab only what steers.
                        trained.jar() + File.pathSeparator + ownCode(),
                        SyncTillProcess.class.getName(),
                        till.home().toString(),
                        till.passphraseFile().toString(),
                        String.valueOf(way.port()),
                        String.valueOf(running().ports().mqtt()),
                        String.valueOf(from),
                        profile.name(),
                        data.map(Path::toString).orElse("-")));
        TillLine line = TillLine.start(command, directory.resolve(till.name().device() + ".log"));
        lines.add(line);
        return line;
    }

    /** What all tills have sent so far, with TLS and all. */
    long bytesUp() {
        return ways.stream().mapToLong(TcpProxy::bytesUp).sum();
    }

    long bytesUp(int till) {
        return ways.get(till).bytesUp();
    }

    /** The most memory a process has had resident, in MiB. */
    static long peakMb(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public void close() {
        lines.forEach(TillLine::close);
        machinery.close();
        ways.forEach(TcpProxy::close);
    }

    /** The lab's jar, also where this code runs from the classes beside it. */
    static Path ownCode() {
        try {
            return Path.of(
                            SyncStore.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                    .resolveSibling("store-lab.jar");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("this code was loaded from no file", e);
        }
    }
}
