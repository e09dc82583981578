package io.tidemark.lab.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.authority.ProvisionedNode;
import io.tidemark.authority.ProvisionedStore;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Passphrase;
import io.tidemark.lab.bench.day.FlatTill;
import io.tidemark.lab.bench.day.RecordedStore;
import io.tidemark.lab.process.Deployables;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.process.Machinery;
import io.tidemark.lab.process.NodeFailed;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Patience;
import io.tidemark.ledger.journal.JournalKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A day of a usual shop, closed as its manager does it: the shipped gateway in a process of its own
 * with the flags of the smallest gateway's profile, asked over its API. It has just been started
 * with the day's journals as its tills sent them, and nothing was closed before.
 */
final class OrdinaryDay {
    private static final int TILLS = 4;

    /** Of a receipt, as they are made up. */
    private static final int LINES = 8;

    /** Days closed by one process, each the first of a store of its own. */
    private static final int STORES = 3;

    private final Path directory;
    private final PrintStream told;

    OrdinaryDay(Path directory, PrintStream told) {
        this.directory = directory;
        this.told = told;
    }

    Report run(int receipts, long seed) throws IOException {
        Percentiles took = new Percentiles(STORES);
        long counted = 0;
        for (int store = 0; store < STORES; store++) {
            told.println("closedown: an ordinary day, store " + (store + 1) + " …");
            counted =
                    run(
                            Files.createDirectory(directory.resolve("store-" + store)),
                            receipts,
                            seed,
                            took);
        }
        return new Report()
                .put("receipts", counted)
                .put("tills", TILLS)
                .put("closedMillis", took.micros(0.5) / 1_000)
                .put("closedMillisMax", took.micros(1) / 1_000);
    }

    private static long run(Path place, int receipts, long seed, Percentiles took)
            throws IOException {
        ProvisionedStore store = SyncStore.provisioned(place, TILLS);
        LocalDate day = LocalDate.now(ZoneId.systemDefault()).minusDays(1);
        long written = record(store, day, receipts, seed);
        try (Machinery machinery = new Machinery(false)) {
            LabNode gateway = gateway(machinery, store, place);
            gateway.start();
            NodeApi api = new NodeApi(gateway);
            String path = "/api/v1/days/" + day + "/close-down";
            Patience.until("the gateway to answer", () -> api.get(path).has("state"));
            long start = System.nanoTime();
            NodeApi.Answer answer = api.post(path, asked());
            took.add(System.nanoTime() - start);
            if (!answer.isDone())
                throw new NodeFailed("the day was not closed: " + answer.problem());
            gateway.stop();
        }
        return written;
    }

    private static LabNode gateway(Machinery machinery, ProvisionedStore store, Path place) {
        return machinery.node(
                new LabNode.Setup(
                        "gateway",
                        Deployables.besideThis().checked(),
                        Deployables.Kind.GATEWAY,
                        store.gateway().home(),
                        store.gateway().passphraseFile(),
                        Optional::empty,
                        place.resolve("gateway.log")));
    }

    private static ObjectNode asked() {
        return NodeApi.JSON
                .createObjectNode()
                .put("commandId", UUID.randomUUID().toString())
                .put("operator", "manager");
    }

    /** Writes the day where the gateway keeps what its tills sent; how many receipts it has. */
    private static long record(ProvisionedStore store, LocalDate day, int receipts, long seed)
            throws IOException {
        NodeIdentity gateway = identity(store.gateway());
        List<NodeIdentity> tills = store.tills().stream().map(OrdinaryDay::identity).toList();
        Path journals = Files.createDirectories(store.gateway().home().resolve("journal"));
        return new RecordedStore(day, seed)
                        .write(
                                journals,
                                TILLS,
                                (long) receipts * LINES,
                                till -> pen(tills.get(till), gateway))
                        .stream()
                        .mapToLong(FlatTill::receiptCount)
                        .sum();
    }

    private static RecordedStore.Pen pen(NodeIdentity till, NodeIdentity gateway) {
        return new RecordedStore.Pen(
                till.journal(),
                till.workstation(),
                till.signer(),
                till.roster().verifier(till.name()),
                JournalKey.of(gateway.journalKey()));
    }

    private static NodeIdentity identity(ProvisionedNode node) {
        return NodeIdentity.open(
                node.home().resolve("identity"), Passphrase.readFile(node.passphraseFile()));
    }
}
