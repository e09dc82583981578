package io.tidemark.fog;

import io.tidemark.authority.Authority;
import io.tidemark.authority.ProvisionedNode;
import io.tidemark.authority.ProvisionedOrganisation;
import io.tidemark.authority.ProvisionedStore;
import io.tidemark.authority.StoreSpec;
import io.tidemark.fog.broker.BrokerClient;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.epoch.Standing;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.node.command.NodeMain;
import io.tidemark.node.command.NodeShell;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.RunningNode;
import io.tidemark.node.home.Verification;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provisioned gateway's home, and the gateway that runs on it. Its head office is always away.
 */
final class LaboratoryNode {
    private static final String CLOCK = "2026-11-20T18:00:00Z×1";

    private final ProvisionedStore store;
    private final ProvisionedNode headOffice;
    private @Nullable NodeHome home;
    private @Nullable RunningNode running;

    private LaboratoryNode(ProvisionedStore store, ProvisionedNode headOffice) {
        this.store = store;
        this.headOffice = headOffice;
    }

    static LaboratoryNode provisioned(Path directory, int tills) throws IOException {
        ProvisionedOrganisation founded = Authority.laboratory(directory);
        return new LaboratoryNode(
                founded.authority()
                        .provisionStore(storeWithoutHeadOffice(tills), directory.resolve("out")),
                founded.headOffice());
    }

    ProvisionedStore store() {
        return store;
    }

    /** Before it starts. */
    void adopts(LocalDate on, MasterData data) throws IOException {
        try (NodeHome opened = NodeHome.open(store.gateway().home())) {
            new AdoptedMasterData(data, headOffice.openIdentity().signer())
                    .in(opened, store.gateway().openIdentity(), on);
        }
    }

    void start() throws IOException {
        NodeHome opened = NodeHome.open(store.gateway().home());
        try {
            running = new FogGateway().start(started(opened, passphrase(store.gateway())));
            home = opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    void stop() {
        if (running == null || home == null) return;
        running.close();
        home.close();
        running = null;
    }

    Verification verified() throws IOException {
        try (NodeHome checked = NodeHome.open(store.gateway().home())) {
            return new FogGateway().verify(started(checked, passphrase(store.gateway())));
        }
    }

    /** As the command writes it down, beside the running gateway. */
    Standing standing(String device) throws IOException {
        Path out = store.gateway().home().resolveSibling(device + ".standing");
        int code =
                NodeMain.execute(
                        new FogGateway(),
                        "standing",
                        "--dir",
                        store.gateway().home().toString(),
                        "--passphrase-file",
                        store.gateway().passphraseFile().toString(),
                        "--device",
                        device,
                        "--out",
                        out.toString());
        if (code != 0) throw new AssertionError("the command ended with " + code);
        return Standing.parse(Files.readAllBytes(out));
    }

    /** What one of its commands says, beside the running gateway. */
    String told(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(
                List.of(
                        "--dir",
                        store.gateway().home().toString(),
                        "--passphrase-file",
                        store.gateway().passphraseFile().toString()));
        words.addAll(List.of(more));
        return said(0, words.toArray(String[]::new));
    }

    /** Its command line, beside it. */
    NodeShell shell() {
        return shell(node().ports().http());
    }

    /** The same, as if it listened at this port. */
    NodeShell shell(int port) {
        return new NodeShell(new FogGateway(), store.gateway().home()).listening(port);
    }

    /** What a command that needs no node says. */
    static String said(int code, String... words) {
        NodeShell.Ended ended = NodeShell.typed(new FogGateway(), words);
        if (ended.code() != code) throw new AssertionError(ended.toString());
        return ended.out();
    }

    LaboratoryTill till(String device) {
        NodeIdentity identity = store.node(device).openIdentity();
        return new LaboratoryTill(
                identity.journal(), identity.signer(), LaboratoryStore.GBP, LaboratoryStore.ZONE);
    }

    BrokerClient connected(String device) throws Exception {
        NodeIdentity identity = store.node(device).openIdentity();
        return BrokerClient.connect(
                node().ports().mqtt().orElseThrow(),
                identity.tls().clientContext(store.gateway().name()),
                identity.name());
    }

    HttpResponse<String> closeDay(LocalDate day, String without) throws Exception {
        String wish =
                "{\"commandId\":\"%s\",\"operator\":\"Mia\",\"without\":%s}"
                        .formatted(UUID.randomUUID(), without);
        return send(
                request("/api/v1/days/" + day + "/close-down")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(wish))
                        .build());
    }

    String get(String path) throws Exception {
        return send(request(path).build()).body();
    }

    byte[] bytes(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + node().ports().http() + path));
    }

    static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    static NodeStart started(NodeHome home, char[] passphrase) {
        return new NodeStart(
                home,
                passphrase,
                new NodeStart.Asked(Optional.of(CLOCK), OptionalInt.of(0)),
                why -> {
                    throw new IllegalStateException("the gateway halted", why);
                });
    }

    private RunningNode node() {
        return Objects.requireNonNull(running, "start it first");
    }

    private static char[] passphrase(ProvisionedNode node) throws IOException {
        return Files.readString(node.passphraseFile()).strip().toCharArray();
    }

    private static StoreSpec storeWithoutHeadOffice(int tills) throws IOException {
        int nobodysPort;
        try (ServerSocket free = new ServerSocket(0)) {
            nobodysPort = free.getLocalPort();
        }
        StoreSpec spec = StoreSpec.forLaboratory("s001", tills);
        return new StoreSpec(
                spec.store(),
                spec.name(),
                spec.zone(),
                spec.cutOverHour(),
                spec.currency(),
                spec.gateway(),
                spec.tills(),
                spec.handhelds(),
                new StoreSpec.HeadOffice("127.0.0.1", nobodysPort));
    }
}
