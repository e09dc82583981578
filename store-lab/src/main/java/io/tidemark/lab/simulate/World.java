package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Workplace;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.receive.ReceivedJournal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;

/** Everything there is in one seed: nothing outside it, and nothing shared with another. */
final class World {
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    /** In which the cashiers mean to be done. */
    static final long TRADING_MILLIS = 2_400_000;

    private static final String ORGANISATION = "shop.example";
    private static final String STORE = "s001";
    private static final List<String> CURRENCIES = List.of("GBP", "EUR", "JPY", "KWD");
    private static final int BATCH_BYTES_MIN = 1 << 10;

    private final Agenda agenda = new Agenda();
    private final Oracle oracle = new Oracle();
    private final Tally tally = new Tally();
    private final Parts parts;
    private final Signatures signatures;
    private final SplittableRandom random;
    private final CurrencyCode currency;
    private final Shelf shelf;
    private final int batchBytes;
    private final Map<NodeName, Wire> wires = new HashMap<>();
    private final List<Machine> machines = new ArrayList<>();
    private final List<TillSite> tills = new ArrayList<>();
    private final Machine headOffice;
    private final Machine gateway;
    private final Repairs repairs = new Repairs(this);
    private int connections;
    private int enrolments;

    World(SplittableRandom random, Parts parts, Signatures signatures) {
        this.random = random;
        this.parts = parts;
        this.signatures = signatures;
        this.currency = new CurrencyCode(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        this.shelf = new Shelf(currency);
        this.batchBytes = BATCH_BYTES_MIN << random.nextInt(9);
        this.headOffice =
                machine(
                        new NodeName(ORGANISATION, NodeName.HEAD_OFFICE_STORE, "ledger"),
                        HeadOfficeNode::new);
        this.gateway = machine(new NodeName(ORGANISATION, STORE, "gateway"), GatewayNode::new);
        wires.put(gateway.name(), new Wire(agenda, random.split(), gateway, headOffice));
    }

    Machine machine(NodeName name, Function<Machine, Node> boot) {
        Machine machine = new Machine(this, name, random.split(), boot);
        machines.add(machine);
        return machine;
    }

    /** One more till, with its cashier. */
    TillSite enrol(int transactions) {
        NodeName name = new NodeName(ORGANISATION, STORE, "till-" + ++enrolments);
        Workplace place =
                new Workplace(
                        new JournalId(name, 1),
                        "w" + enrolments,
                        "Simulated",
                        ZoneId.of("Europe/London"),
                        4,
                        currency);
        TillSite site = new TillSite(this, place, transactions);
        wires.put(name, new Wire(agenda, random.split(), site.machine(), gateway));
        tills.add(site);
        gateway.later(
                0,
                () -> {
                    if (gateway.node() instanceof GatewayNode running)
                        running.enrol(site.journal());
                });
        return site;
    }

    /**
     * A till is gone, with all that only it had; a new device, which begins its own journal, stands
     * at its place.
     */
    void replace(TillSite site) {
        JournalId journal = site.journal();
        site.machine().retire();
        oracle.tookAway(journal);
        Head held = oracle.heldBy(gateway.name(), journal);
        oracle.took(oracle.history(journal).after(held == null ? 0 : held.sequence()));
        TillSite successor = enrol(site.cashier().leave());
        successor.machine().start();
        successor.cashier().begin();
    }

    List<JournalId> enrolled() {
        return tills.stream().map(TillSite::journal).toList();
    }

    Agenda agenda() {
        return agenda;
    }

    Oracle oracle() {
        return oracle;
    }

    Tally tally() {
        return tally;
    }

    Parts parts() {
        return parts;
    }

    Repairs repairs() {
        return repairs;
    }

    CurrencyCode currency() {
        return currency;
    }

    Shelf shelf() {
        return shelf;
    }

    Machine gateway() {
        return gateway;
    }

    Machine headOffice() {
        return headOffice;
    }

    List<Machine> machines() {
        return machines;
    }

    List<TillSite> tills() {
        return tills;
    }

    int batchBytes() {
        return batchBytes;
    }

    int nextConnection() {
        return ++connections;
    }

    SplittableRandom newRandom() {
        return random.split();
    }

    CommandId newCommand() {
        return new CommandId(new UUID(random.nextLong(), random.nextLong()));
    }

    Keys keysOf(Machine machine) {
        return new Keys(machine.name(), machine.key(), signatures);
    }

    Wire wireOf(Machine client) {
        Wire wire = wires.get(client.name());
        if (wire == null) throw new IllegalArgumentException(client.name() + " has no wire");
        return wire;
    }

    List<Wire> wires() {
        return machines.stream()
                .filter(machine -> wires.containsKey(machine.name()))
                .map(this::wireOf)
                .toList();
    }

    Journal openJournal(Machine machine, JournalId id, EntryVisitor replay) {
        return parts.open(id, storage(machine, id.label()), keysOf(machine), replay);
    }

    ReceivedJournal openReceived(Machine machine, JournalId id, EntryVisitor replay) {
        Keys keys = keysOf(machine);
        ReceivedJournal.Place place =
                new ReceivedJournal.Place(
                        storage(machine, id.label()),
                        storage(machine, "marks"),
                        storage(machine, id.label() + ".quarantine"),
                        keys.journalKey());
        return ReceivedJournal.open(
                id,
                place,
                new ReceivedJournal.Self(machine.journalId(), keys.signer()),
                keys.verifierOf(id.node()),
                replay);
    }

    private Storage storage(Machine machine, String directory) {
        return parts.storage(machine.name(), machine.disk().directory(directory));
    }
}
