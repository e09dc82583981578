package io.tidemark.fog.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.ledger.NodeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/** A broker that knows two tills, and deals with what comes as the test says. */
final class OpenBroker implements AutoCloseable {
    static final NodeName GATEWAY = new NodeName("shop.example", "s001", "gateway");
    static final NodeName A = new NodeName("shop.example", "s001", "till-1");
    static final NodeName B = new NodeName("shop.example", "s001", "till-2");
    static final Duration PATIENCE = Duration.ofMillis(800);

    private final Path directory;
    private final LaboratoryAuthority authority;
    private final Broker broker;
    private final List<Arrival> arrived = new CopyOnWriteArrayList<>();
    private final List<String> presence = new CopyOnWriteArrayList<>();
    private volatile Function<Arrival, CompletionStage<Dealt>> dealing = OpenBroker::taken;

    private OpenBroker(Path directory) throws GeneralSecurityException, IOException {
        this.directory = directory;
        this.authority = new LaboratoryAuthority("s001");
        this.broker =
                Broker.open(
                        settings(0, "run"),
                        authority.server(GATEWAY.uri()),
                        OpenBroker::admit,
                        recording());
    }

    static OpenBroker open() {
        try {
            return new OpenBroker(Files.createTempDirectory("broker"));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no broker to test", e);
        }
    }

    /** As if nobody had come yet. */
    void forget() {
        dealing = OpenBroker::taken;
        arrived.clear();
        presence.clear();
    }

    void dealWith(Function<Arrival, CompletionStage<Dealt>> how) {
        dealing = how;
    }

    Path directory() {
        return directory;
    }

    LaboratoryAuthority authority() {
        return authority;
    }

    Broker broker() {
        return broker;
    }

    List<Arrival> arrived() {
        return arrived;
    }

    List<String> presence() {
        return presence;
    }

    BrokerSettings settings(int port, String name) {
        return new BrokerSettings(GATEWAY, "127.0.0.1", port, directory.resolve(name), PATIENCE);
    }

    PahoDevice connected(NodeName device) throws Exception {
        return PahoDevice.connect(broker.port(), authority.client(device.uri()), device);
    }

    static CompletionStage<Dealt> taken(Arrival arrival) {
        return CompletableFuture.completedFuture(Dealt.taken());
    }

    static Optional<NodeName> admit(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            String uri = (String) names.iterator().next().get(1);
            return Stream.of(A, B).filter(known -> known.uri().equals(uri)).findFirst();
        } catch (CertificateParsingException e) {
            return Optional.empty();
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    Arrivals recording() {
        return new Arrivals() {
            @Override
            public CompletionStage<Dealt> arrived(Arrival arrival) {
                arrived.add(arrival);
                return dealing.apply(arrival);
            }

            @Override
            public void connected(NodeName device) {
                presence.add("connected " + device.device());
            }

            @Override
            public void disconnected(NodeName device) {
                presence.add("disconnected " + device.device());
            }
        };
    }

    @Override
    public void close() throws IOException {
        broker.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(OpenBroker::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
