package io.tidemark.edge;

import io.tidemark.edge.record.DeviceKind;
import io.tidemark.edge.record.Workplace;
import io.tidemark.edge.sync.Inbox;
import io.tidemark.edge.sync.Uplink;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.retention.Retention;
import io.tidemark.node.home.NodeHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A whole till on a real disk, with a real server and real tables; only its way to the gateway is
 * the test's.
 */
public final class RunningTill implements AutoCloseable {
    public static final CurrencyCode GBP = new CurrencyCode("GBP");
    public static final NodeName TILL = new NodeName("shop.example", "s001", "till-1");
    public static final NodeName GATEWAY = new NodeName("shop.example", "s001", "gateway");
    public static final TestKey TILL_KEY = new TestKey();
    public static final TestKey GATEWAY_KEY = new TestKey();
    public static final TestKey HEAD_OFFICE_KEY = new TestKey();

    static final JournalId FIRST = new JournalId(TILL, 1);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public final AtomicLong room = new AtomicLong(1L << 40);

    /** Who decided last, for which it asks how much room there is. */
    public final AtomicReference<@Nullable Thread> deciding = new AtomicReference<>();

    /** What a test has happen meanwhile. */
    public final AtomicReference<Runnable> whileDeciding = new AtomicReference<>(() -> {});

    public final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2010-12-01T09:00:00Z"));

    public final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private final NodeHome home;
    private final EdgeAgent agent;

    private RunningTill(
            Path directory, JournalId first, Function<Inbox, Uplink> uplink, Optional<Path> grant) {
        this(directory, home -> site(home, first), uplink, grant);
    }

    private RunningTill(
            Path directory,
            Function<NodeHome, TillSite> site,
            Function<Inbox, Uplink> uplink,
            Optional<Path> grant) {
        home = NodeHome.open(directory);
        try {
            agent =
                    new EdgeAgent(
                            site.apply(home),
                            ports(uplink),
                            grant,
                            Pages.prepare(0, home, broken::set));
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    /** In a directory that may have been one's before; without a gateway. */
    public static RunningTill in(Path directory) {
        return in(directory, _ -> new NoUplink());
    }

    public static RunningTill in(Path directory, Function<Inbox, Uplink> uplink) {
        writeSettings(directory);
        return new RunningTill(directory, FIRST, uplink, Optional.empty());
    }

    /** The same device, made a handheld; without a gateway. */
    public static RunningTill handheldIn(Path directory) {
        writeSettings(directory);
        return new RunningTill(
                directory,
                home -> site(home, FIRST, DeviceKind.HANDHELD),
                _ -> new NoUplink(),
                Optional.empty());
    }

    /** Started with {@code --grant}. */
    static RunningTill taking(Path grant, Path directory) {
        writeSettings(directory);
        return new RunningTill(directory, FIRST, _ -> new NoUplink(), Optional.of(grant));
    }

    /** Another device, whose roster names this journal; its keys are the same. */
    static RunningTill device(JournalId first, Path directory, Function<Inbox, Uplink> uplink) {
        writeSettings(directory);
        return new RunningTill(directory, first, uplink, Optional.empty());
    }

    static TillSite site(NodeHome home) {
        return site(home, FIRST);
    }

    private static TillSite site(NodeHome home, JournalId first) {
        return site(home, first, DeviceKind.TILL);
    }

    private static TillSite site(NodeHome home, JournalId first, DeviceKind kind) {
        return new TillSite(
                home,
                new Workplace(first, "Till 1", "London", ZoneId.of("Europe/London"), 4, GBP, kind),
                new TillSite.Keys(
                        new byte[32],
                        TILL_KEY.verifier(),
                        GATEWAY_KEY.verifier(),
                        HEAD_OFFICE_KEY.verifier(),
                        HEAD_OFFICE_KEY.verifier()),
                GATEWAY,
                256 << 10,
                new Retention(35));
    }

    /** Of a stopped till, without a look at what is in it. */
    static Journal journalToRead(Path directory, JournalId id) {
        return Journal.openToRead(
                new Whose(id, JournalKey.of(new byte[JournalKey.BYTES]), TILL_KEY.verifier()),
                FileStorage.toRead(directory.resolve("journal").resolve(id.label())),
                EntryVisitor.NOBODY);
    }

    private TillPorts ports(Function<Inbox, Uplink> uplink) {
        InstantSource clock = now::get;
        return new TillPorts(
                TILL_KEY.signer(),
                clock.withZone(ZoneOffset.UTC),
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                this::room,
                uplink,
                0,
                broken::set);
    }

    private long room() {
        deciding.set(Thread.currentThread());
        whileDeciding.get().run();
        return room.get();
    }

    static void writeSettings(Path directory) {
        try {
            Files.writeString(
                    directory.resolve("node.yaml"),
                    """
                    role: till
                    httpPort: 0
                    gateway: {host: 127.0.0.1, mqttPort: 1}
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create(agent.ports().address());
    }

    public void openDay() {
        HttpResponse<String> opened =
                post(
                        "/api/v1/day/open",
                        """
                        {"commandId": "%s", "operator": "Mary", "float": [{"minor": 10000, "currency": "GBP"}]}\
                        """
                                .formatted(newId()));
        if (opened.statusCode() != 201) throw new AssertionError(opened.body());
    }

    /** One heart, paid in cash exactly. */
    public HttpResponse<String> sell() {
        return sell(newId());
    }

    public HttpResponse<String> sell(String commandId) {
        return post("/api/v1/sales", sale(commandId, "1", 255));
    }

    /** The request to sell so many hearts for so many pence of cash. */
    public static String sale(String commandId, String quantity, long cash) {
        return """
        {"commandId": "%s", "operator": "Mary", "lines": [{"plu": "85123A", "quantity": "%s"}],
         "tenders": [{"type": "CASH", "amount": {"minor": %d, "currency": "GBP"}}]}\
        """
                .formatted(commandId, quantity, cash);
    }

    public HttpResponse<String> closeDay() {
        return post(
                "/api/v1/day/close",
                """
                {"commandId": "%s", "operator": "Mary"}\
                """
                        .formatted(newId()));
    }

    public static String newId() {
        return UUID.randomUUID().toString();
    }

    String status() {
        return get("/api/v1/status").body();
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address().resolve(path)).GET().build());
    }

    public HttpResponse<String> post(String path, String json) {
        return send(
                HttpRequest.newBuilder(address().resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        agent.close();
        home.close();
    }
}
