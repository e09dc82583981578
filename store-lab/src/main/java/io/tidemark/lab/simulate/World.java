package io.tidemark.lab.simulate;

import io.tidemark.edge.record.DeviceKind;
import io.tidemark.edge.record.Workplace;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.epoch.Standing;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Everything there is in one seed: nothing outside it, and nothing shared with another. */
final class World {
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    /** In which the cashiers mean to be done. */
    static final long TRADING_MILLIS = 2_400_000;

    /** When the last planned fault was done. */
    static final long FAULTS_END = TRADING_MILLIS + 600_000;

    private static final String ORGANISATION = "shop.example";
    private static final String STORE = "s001";

    static final NodeName HEAD_OFFICE =
            new NodeName(ORGANISATION, NodeName.HEAD_OFFICE_STORE, "ledger");

    /** No node: the name of the key in the store's safe. */
    static final NodeName RECOVERY_KEY = new NodeName(ORGANISATION, STORE, "recovery");

    static final List<String> CURRENCIES = List.of("GBP", "EUR", "JPY", "KWD");
    private static final int RECEIPTS_MAX = 20;
    private static final int SLIPS_MAX = 20;
    private static final int BATCH_BYTES_MIN = 1 << 10;

    private final Agenda agenda = new Agenda();
    private final Decisions decisions = new Decisions();
    private final Oracle oracle = new Oracle(this);
    private final Tally tally = new Tally();
    private final Parts parts;
    private final Signatures signatures;
    private final Calendar calendar;
    private final Mishaps mishaps;
    private final SplittableRandom random;
    private final CurrencyCode currency;
    private final List<CurrencyCode> drawer;
    private final Shelf shelf;
    private final int batchBytes;
    private final Map<NodeName, Wire> wires = new HashMap<>();
    private final List<Notebook.Receipt> receipts = new ArrayList<>();
    private final List<String> slips = new ArrayList<>();
    private Optional<String> disputed = Optional.empty();
    private final List<Machine> machines = new ArrayList<>();
    private final List<TillSite> tills = new ArrayList<>();
    private final Machine headOffice;
    private final Machine gateway;
    private final Repairs repairs = new Repairs(this);
    private final OldDisks oldDisks = new OldDisks(this);
    private int connections;
    private int enrolments;

    World(SplittableRandom random, Parts parts, Signatures signatures, Calendar calendar) {
        this.random = random;
        this.calendar = calendar;
        this.mishaps = new Mishaps(this, calendar.newRandom());
        this.parts = parts;
        this.signatures = signatures;
        this.currency = new CurrencyCode(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        this.drawer = drawer(random.nextInt(CURRENCIES.size()));
        this.shelf = new Shelf(currency);
        this.batchBytes = BATCH_BYTES_MIN << random.nextInt(9);
        this.headOffice = machine(HEAD_OFFICE, HeadOfficeNode::new);
        this.gateway = machine(new NodeName(ORGANISATION, STORE, "gateway"), GatewayNode::new);
        wires.put(gateway.name(), new Wire(agenda, random.split(), gateway, headOffice));
    }

    Machine machine(NodeName name, Function<Machine, Node> boot) {
        Machine machine = new Machine(this, name, random.split(), boot);
        machines.add(machine);
        return machine;
    }

    /** One more device at a workstation of its own, with whoever works at it. */
    TillSite enrol(DeviceKind kind, int transactions) {
        NodeName name = next(kind);
        Workplace place = place(name, "w" + (enrolments + 1), kind);
        TillSite site = enrol(place, transactions, Optional.empty());
        gateway.later(
                0,
                () -> {
                    if (gateway.node() instanceof GatewayNode running) running.enrol(site.first());
                });
        return site;
    }

    /** What the next device will be called. */
    NodeName next(DeviceKind kind) {
        String label = kind.name().toLowerCase(Locale.ROOT) + "-" + (enrolments + 1);
        return new NodeName(ORGANISATION, STORE, label);
    }

    private Workplace place(NodeName name, String workstation, DeviceKind kind) {
        return new Workplace(
                new JournalId(name, 1),
                workstation,
                "Simulated",
                ZoneId.of("Europe/London"),
                4,
                currency,
                kind);
    }

    private TillSite enrol(Workplace place, int transactions, Optional<Continuation> provisioned) {
        enrolments++;
        TillSite site = new TillSite(this, place, transactions, provisioned);
        wires.put(
                place.journal().node(), new Wire(agenda, random.split(), site.machine(), gateway));
        tills.add(site);
        return site;
    }

    /** A till is gone, with all that only it had. Another will stand at its place. */
    void lose(TillSite site) {
        tally.restored();
        site.machine().retire();
        oracle.tookAway(decisions.livesOf(site.first()));
    }

    /** Workstations whose device is gone, and which nobody has given another yet. */
    List<TillSite> vacant() {
        return tills.stream()
                .filter(site -> site.machine().isRetired())
                .filter(site -> decisions.ending(site.journal()).isEmpty())
                .toList();
    }

    /**
     * A person has decided, and the new device stands there, whatever becomes of the gateway as it
     * hears of it.
     *
     * @param prunedUpTo the last entry whose receipts the gateway had given up by then
     */
    void decided(Continuation over, long prunedUpTo) {
        decisions.keep(over, prunedUpTo);
        if (over.grant().replacesDevice())
            for (TillSite site : List.copyOf(tills))
                if (site.journal().equals(over.grant().continued())) succeed(site, over);
        if (gateway.node() instanceof GatewayNode running) running.decided(over);
    }

    private void succeed(TillSite site, Continuation over) {
        TillSite successor =
                enrol(
                        place(
                                over.grant().successor().node(),
                                site.workstation(),
                                site.workplace().kind()),
                        site.cashier().leave(),
                        Optional.of(over));
        successor.cashier().takesOver();
        successor.machine().startLater();
        successor.cashier().begin();
    }

    /** What lets the gateway, or head office, begin its next life. */
    Continuation nextLife(Machine machine, EpochGrant.Between between, String reason) {
        JournalId old = machine.journalId();
        Signer signer =
                machine == headOffice ? signatures.signerOf(RECOVERY_KEY) : someAuthority(random);
        Continuation over =
                new Standing(between, Optional.of(Carried.NOTHING))
                        .granted(
                                new JournalId(old.node(), old.epoch() + 1),
                                reason,
                                "the owner",
                                signer);
        decisions.keep(over);
        return over;
    }

    /** Head office, or whoever has the key from the safe. */
    Signer someAuthority(RandomGenerator lot) {
        return signatures.signerOf(lot.nextBoolean() ? HEAD_OFFICE : RECOVERY_KEY);
    }

    List<JournalId> enrolled() {
        return tills.stream().flatMap(site -> decisions.livesOf(site.first()).stream()).toList();
    }

    /** As the device that writes or wrote this journal is told about itself. */
    Workplace workplaceOf(JournalId journal) {
        return tills.stream()
                .filter(site -> site.first().node().equals(journal.node()))
                .map(TillSite::workplace)
                .findFirst()
                .orElseThrow();
    }

    /** Somebody leaves the shop with it, and may come back to any till. */
    void gave(Notebook.Receipt receipt) {
        if (!(receipt.given() instanceof SaleCompleted)) return;
        receipts.add(receipt);
        if (receipts.size() > RECEIPTS_MAX) receipts.removeFirst();
    }

    /** That customers have, the last ones. */
    List<Notebook.Receipt> receipts() {
        return receipts;
    }

    /** Somebody has the slip of a suspended basket, and may come with it to any till. */
    void parked(String basket) {
        slips.add(basket);
        if (slips.size() > SLIPS_MAX) slips.removeFirst();
    }

    /** The last baskets that were suspended anywhere, whatever became of them. */
    List<String> slips() {
        return slips;
    }

    /** Two have the same slip, and the other one of them is at the next till that is free. */
    void disputed(String basket) {
        disputed = Optional.of(basket);
    }

    Optional<String> takeDisputed() {
        Optional<String> slip = disputed;
        disputed = Optional.empty();
        return slip;
    }

    Decisions decisions() {
        return decisions;
    }

    Calendar calendar() {
        return calendar;
    }

    Mishaps mishaps() {
        return mishaps;
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

    OldDisks oldDisks() {
        return oldDisks;
    }

    Repairs repairs() {
        return repairs;
    }

    CurrencyCode currency() {
        return currency;
    }

    /** Of which there is cash in the drawers, the store's own first. */
    List<CurrencyCode> drawer() {
        return drawer;
    }

    private List<CurrencyCode> drawer(int lot) {
        CurrencyCode other = new CurrencyCode(CURRENCIES.get(lot));
        return other.equals(currency) ? List.of(currency) : List.of(currency, other);
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

    /** And handhelds, which are edge agents of another kind. */
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
}
