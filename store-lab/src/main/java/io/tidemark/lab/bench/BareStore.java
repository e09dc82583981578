package io.tidemark.lab.bench;

import io.tidemark.authority.ProvisionedNode;
import io.tidemark.lab.bench.bare.BareProgram;
import io.tidemark.lab.process.Deployables;
import io.tidemark.lab.process.NodeFailed;
import io.tidemark.lab.process.TimedNode;
import io.tidemark.lab.process.Trainee;
import io.tidemark.lab.shop.Patience;
import io.tidemark.profiles.AotCache;
import io.tidemark.profiles.HardwareProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bare program at a till's place: trained as a till is, started as a till is. */
final class BareStore {
    private static final int ROWS = 100;
    private static final String PAGE = "/rows";

    private final Path directory;
    private final ProvisionedNode device;
    private final int broker;
    private final int port;
    private final AotCache trained;
    private final Loopback page;

    /**
     * @param device whose certificate it shows; no till may run there
     * @param broker the gateway's port
     * @param port of its page
     */
    BareStore(Path directory, HardwareProfile profile, ProvisionedNode device, int broker, int port)
            throws IOException {
        this.directory = Files.createDirectory(directory.resolve("bare"));
        this.device = device;
        this.broker = broker;
        this.port = port;
        this.page = new Loopback("the bare program", port);
        this.trained = new AotCache(BareJar.in(this.directory), profile);
    }

    /** Has a JVM learn it, as the build does it with the till. */
    void train() {
        try (TimedNode running = start(trained.train())) {
            work(running);
        }
        Trainee.make(trained);
    }

    TimedNode start() {
        return start(trained.use());
    }

    private TimedNode start(List<String> more) {
        return TimedNode.start(launch(more));
    }

    /** It is connected, and has so many rows more, each asked for by its page. */
    void work(TimedNode running) {
        Patience.until("the bare program to connect", () -> hasSaid(running, BareProgram.READY));
        for (int row = 0; row < ROWS; row++) page.create(PAGE, "{\"row\":\"" + row + "\"}");
    }

    private boolean hasSaid(TimedNode running, String word) {
        try {
            return Files.readString(log()).contains(word + " " + running.pid());
        } catch (IOException e) {
            throw new NodeFailed("cannot read " + log(), e);
        }
    }

    private Path log() {
        return directory.resolve("bare.log");
    }

    private TimedNode.Launch launch(List<String> more) {
        List<String> command = new ArrayList<>(Deployables.java(trained.profile(), more));
        command.addAll(
                List.of(
                        "-jar",
                        trained.jar().toString(),
                        String.valueOf(port),
                        directory.toString(),
                        device.home().resolve("identity").resolve("node.p12").toString(),
                        device.passphraseFile().toString(),
                        String.valueOf(broker),
                        device.name().store(),
                        device.name().device()));
        return new TimedNode.Launch(command, directory, port, PAGE, log());
    }
}
