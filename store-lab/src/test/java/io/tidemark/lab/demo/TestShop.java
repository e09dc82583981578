package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.authority.Provision;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Passphrase;
import io.tidemark.lab.process.Deployables;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.process.Machinery;
import io.tidemark.lab.retail.Catalogue;
import io.tidemark.lab.retail.Dealing;
import io.tidemark.lab.retail.HouseRule;
import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.lab.retail.RetailFile;
import io.tidemark.lab.retail.TradingDay;
import io.tidemark.lab.shop.Comparison;
import io.tidemark.lab.shop.DriverRecord;
import io.tidemark.lab.shop.LabStore;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.Laboratory;
import io.tidemark.lab.shop.Matching;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Opening;
import io.tidemark.lab.shop.Patience;
import io.tidemark.lab.shop.Provisioning;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Expected;
import io.tidemark.lab.shop.Scripted.Kind;
import io.tidemark.lab.shop.ShopClock;
import io.tidemark.lab.shop.StoreOutcome;
import io.tidemark.lab.shop.Told;
import io.tidemark.ledger.money.CurrencyCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine;

/** A store with its head office on real processes, for tests to sell in and to do harm to. */
final class TestShop implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    private static final Instant NINE = Instant.parse("2024-03-01T09:00:00Z");
    private static final String ROWS =
            """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice
            1,10001,APPLE,1,2024-03-01 10:00,0.35
            1,20002,PEAR,1,2024-03-01 10:00,0.40
            """;

    private final Path directory;
    private final Laboratory laboratory;
    private final DriverRecord record;
    private final Provisioning provisioning;
    private final AtomicReference<ShopClock> clock;
    private final List<Cashier> cashiers = new ArrayList<>();

    /** What its nodes were made by, and the clock that they are started with. */
    private record Making(Provisioning provisioning, AtomicReference<ShopClock> clock) {}

    private TestShop(Path directory, Laboratory laboratory, DriverRecord record, Making making) {
        this.directory = directory;
        this.laboratory = laboratory;
        this.record = record;
        this.provisioning = making.provisioning();
        this.clock = making.clock();
        store().tills().forEach(this::add);
    }

    private void add(LabTill till) {
        var driver =
                new Cashier.Driver(
                        record,
                        new Progress(System.out, false),
                        CompletableFuture.completedFuture(null));
        cashiers.add(new Cashier(till, List.of(), clock(), driver));
    }

    /** Everything runs, the catalogue is on every till, and every till is open. */
    static TestShop open(Path directory, int tills) throws IOException {
        return open(directory, tills, 0);
    }

    /** The same with handhelds. */
    static TestShop open(Path directory, int tills, int handhelds) throws IOException {
        Path csv = Files.writeString(directory.resolve("rows.csv"), ROWS);
        TradingDay day =
                TradingDay.read(RetailFile.at(csv), Optional.empty(), MinorUnits.of("GBP"));
        AtomicReference<ShopClock> clock = new AtomicReference<>(clock());
        Provisioning provisioning =
                new Provisioning(
                        directory,
                        Deployables.besideThis().checked(),
                        new Machinery(false),
                        () -> Optional.of(clock.get().setting()));
        Laboratory provisioned =
                provisioning.provision(Dealing.deal(day, 2, tills), "GBP", handhelds);
        // The second store stays closed: it is there to have nodes that are none of the first's
        // business.
        Laboratory laboratory =
                new Laboratory(
                        provisioned.machinery(),
                        provisioned.headOffice(),
                        provisioned.headOfficeWay(),
                        provisioned.stores().subList(0, 1));
        var shop =
                new TestShop(
                        directory,
                        laboratory,
                        new DriverRecord(directory.resolve("driver-record.jsonl")),
                        new Making(provisioning, clock));
        var opening = new Opening(laboratory);
        opening.startNodes();
        opening.publish(Catalogue.of(day), new HouseRule(day.money()));
        for (Cashier cashier : shop.cashiers) cashier.say(shop.opening());
        return shop;
    }

    /** Nodes that are started from now on begin at nine on this day. */
    void goTo(LocalDate day) {
        goTo(day.atTime(9, 0));
    }

    /** Nodes that are started from now on begin at this time of the store, which is in winter. */
    void goTo(LocalDateTime time) {
        Instant start = time.toInstant(ZoneOffset.UTC);
        clock.set(new ShopClock(start, Instant.now(), start.plusSeconds(36_000), BigDecimal.ONE));
    }

    void openDay(int till) {
        cashiers.get(till).say(opening());
    }

    /** Opens the organisation's recovery keys. */
    Path organisationPassphrase() {
        return provisioning.safe().passphraseFile();
    }

    Laboratory laboratory() {
        return laboratory;
    }

    /** A till, the gateway and head office. */
    List<LabNode> nodes() {
        return List.of(till(0).node(), store().gateway(), laboratory.headOffice());
    }

    /** The identity of one of the organisation's nodes. */
    NodeIdentity identity(String store, String device) {
        Path secret = directory.resolve("secrets").resolve(store + "-" + device);
        return NodeIdentity.open(
                directory.resolve(store).resolve(device).resolve("identity"),
                Passphrase.readFile(secret));
    }

    LabStore store() {
        return laboratory.stores().getFirst();
    }

    /** Starts it, with the ways that lead to it. */
    void start(LabNode node) {
        if (node == store().gateway()) store().startGateway();
        else if (node == laboratory.headOffice()) laboratory.startHeadOffice();
        else node.start();
    }

    /** A person at head office grants the store's gateway its next epoch. */
    NodeApi.Answer replaceGateway() throws IOException {
        ObjectNode body = NodeApi.JSON.createObjectNode();
        body.put("approver", "Ann").put("reason", "the old one burnt");
        return laboratory
                .headOfficeApi()
                .post("/api/v1/stores/" + store().name() + "/replace-gateway", body);
    }

    /** What the authority's command does, with the passphrase from the safe. */
    void provision(String command, String... options) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--passphrase-file", provisioning.safe().passphraseFile().toString()));
        if (!command.equals("epoch"))
            all.addAll(
                    List.of(
                            "--dir",
                            provisioning.safe().authority().toString(),
                            "--out",
                            directory.toString()));
        all.addAll(List.of(options));
        var said = new StringWriter();
        CommandLine authority = Provision.commandLine().setErr(new PrintWriter(said));
        if (authority.execute(all.toArray(String[]::new)) != 0)
            throw new IllegalStateException("provision " + command + ": " + said);
    }

    /** The till that was provisioned in another one's place; sells as the next index. */
    LabTill replacement(int till, String device) {
        LabTill next = provisioning.inPlaceOf(till(till), device);
        add(next);
        return next;
    }

    LabTill till(int index) {
        return store().tills().get(index);
    }

    /** Sells so many apples at a till, asking again until it answers. */
    Told sell(int till, int apples) {
        return cashiers.get(till).say(sale(apples));
    }

    /** Notes an answer that was got without the cashier. */
    void remember(int till, Scripted step, NodeApi.Answer answer) {
        record.add(cashiers.get(till).told(step, answer.body()), step, answer.body());
    }

    void count(int till) {
        var body = TillCommands.commandBy("anna");
        body.putArray("counted").add(TillCommands.money(0).put("tender", "CASH"));
        cashiers.get(till).say(step(Kind.COUNT, "/api/v1/count", body, Expected.NOTHING));
    }

    void closeTill(int till) {
        cashiers.get(till)
                .say(
                        step(
                                Kind.CLOSE_DAY,
                                "/api/v1/day/close",
                                TillCommands.commandBy("anna"),
                                Expected.NOTHING));
    }

    /** Until the gateway's marks cover everything that was recorded. */
    void awaitMarked() {
        for (LabTill till : store().tills())
            Patience.until(
                    till.name() + " to have everything marked",
                    () -> {
                        LabTill.Status status = till.status();
                        return status.unsent() == 0 && status.head() > 0;
                    });
    }

    /** How the tills' receipts and the gateway's match what was told. */
    List<Matching> receiptsAtEveryTier() {
        return comparison().receipts(store());
    }

    StoreOutcome outcome() {
        return comparison().of(store());
    }

    Scripted sale(int apples) {
        long gross = 35L * apples;
        var body = TillCommands.commandBy("anna");
        body.putArray("lines")
                .addObject()
                .put("plu", "10001")
                .put("quantity", String.valueOf(apples));
        body.putArray("tenders")
                .addObject()
                .put("type", "CASH")
                .set("amount", TillCommands.money(gross));
        return step(Kind.SALE, "/api/v1/sales", body, new Expected(1, gross));
    }

    @Override
    public void close() {
        laboratory.close();
        record.close();
    }

    private Comparison comparison() {
        return new Comparison(laboratory, record, DAY, new CurrencyCode("GBP"));
    }

    private Scripted opening() {
        var body = TillCommands.commandBy("anna");
        body.putArray("float").add(TillCommands.money(10_000));
        return step(Kind.OPEN_DAY, "/api/v1/day/open", body, Expected.NOTHING);
    }

    private static Scripted step(Kind kind, String path, ObjectNode body, Expected expected) {
        return new Scripted(kind, NINE, path, body, expected, "");
    }

    /** Nine o'clock when the test began, and then as fast as the real time. */
    private static ShopClock clock() {
        return new ShopClock(NINE, Instant.now(), NINE.plusSeconds(36_000), BigDecimal.ONE);
    }
}
