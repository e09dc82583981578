package io.tidemark.ledger;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GATEWAY;
import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static io.tidemark.ledger.TestShop.entry;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.TestShop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.epoch.Standing;
import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EpochGranted;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.ledger.masterdata.MasterAsk;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.MasterPart;
import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.ledger.masterdata.OperatorRole;
import io.tidemark.ledger.masterdata.PinVerifier;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.masterdata.SignedMasterData;
import io.tidemark.ledger.masterdata.TaxDefinition;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.ledger.sync.Presence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The bytes of everything that is hashed, signed or sent, held against {@code golden/vectors.txt}.
 * What this version writes is left in {@code target/golden-vectors.txt}; taking it over is a
 * decision that needs an ADR.
 */
class GoldenTest {
    private static final Path WRITTEN = Path.of("target", "golden-vectors.txt");

    @Test
    void every_format_has_the_bytes_that_are_checked_in() throws IOException {
        String written =
                vectors().entrySet().stream()
                        .map(vector ->
                                vector.getKey()
                                        + " = "
                                        + HexFormat.of().formatHex(vector.getValue())
                                        + "\n")
                        .collect(Collectors.joining());
        Files.writeString(WRITTEN, written);

        assertThat(written).isEqualTo(checkedIn());
    }

    @Test
    void every_event_reads_back_as_it_was_written() {
        events().forEach((name, event) -> {
            EntryBytes bytes = entry(event, 7);

            assertThat(EntryCodec.decode(bytes).event()).as(name).isEqualTo(event);
            assertThat(EntryBytes.parse(bytes.toBytes())).as(name).isEqualTo(bytes);
        });
    }

    @Test
    void every_message_reads_back_as_it_was_written() {
        TestChain till = till();

        assertThat(Batch.parse(till.batch(1, 3).toBytes())).isEqualTo(till.batch(1, 3));
        assertThat(Hello.parse(new Hello(till.signedAt(3)).toBytes()))
                .isEqualTo(new Hello(till.signedAt(3)));
        assertThat(Mark.parse(mark(till).toBytes())).isEqualTo(mark(till));
        assertThat(mark(till).isBy(GATEWAY.node(), GATEWAY_KEYS.verifier())).isTrue();
        answers(till)
                .forEach((name, answer) ->
                        assertThat(Answer.parse(answer.toBytes())).as(name).isEqualTo(answer));
        assertThat(Release.parse(release(till).toBytes())).isEqualTo(release(till));
        assertThat(ArchiveReceipt.parse(archived().toBytes())).isEqualTo(archived());
        assertThat(Standing.parse(standing().toBytes())).isEqualTo(standing());
        assertThat(Continuation.parse(continuation().toBytes())).isEqualTo(continuation());
        assertThat(SignedMasterData.parse(masterData().toBytes()).isBy(GATEWAY_KEYS.verifier()))
                .isTrue();
        assertThat(SignedMasterData.parse(masterData().toBytes()).data())
                .isEqualTo(masterData().data());
    }

    private static Map<String, byte[]> vectors() {
        TestChain till = till();
        Map<String, byte[]> vectors = new LinkedHashMap<>();
        vectors.put("genesis", Head.genesis(TILL).hash().toBytes());
        events().forEach((name, event) -> vectors.put("entry " + name, entry(event, 7).toBytes()));
        vectors.put("hash at 3", till.hashAt(3).toBytes());
        vectors.put("head statement", till.signedAt(3).statement());
        vectors.put("signed head", till.signedAt(3).toBytes());
        vectors.put("hello", new Hello(till.signedAt(3)).toBytes());
        vectors.put("batch", till.batch(2, 3).toBytes());
        vectors.put("mark statement", mark(till).statement());
        vectors.put("mark", mark(till).toBytes());
        vectors.put("epoch grant statement", grant(till).statement());
        vectors.put("epoch grant", grant(till).toBytes());
        answers(till).forEach((name, answer) -> vectors.put("answer " + name, answer.toBytes()));
        vectors.put("presence", new Presence(Presence.State.ONLINE, 3).toBytes());
        vectors.put("receipt digest", ReceiptDigest.NONE.then(1, 2, gbp(-5)).hash().toBytes());
        vectors.put("standing", standing().toBytes());
        vectors.put("continuation", continuation().toBytes());
        vectors.put("master data", masterData().toBytes());
        vectors.put("master ask", new MasterAsk(1, 2, 131072).toBytes());
        vectors.put(
                "master part",
                new MasterPart(2, Hash.digest(new byte[9]), 9, 3, new byte[6]).toBytes());
        vectors.put("release statement", release(till).statement());
        vectors.put("release", release(till).toBytes());
        vectors.put("archive receipt statement", archived().statement());
        vectors.put("archive receipt", archived().toBytes());
        return vectors;
    }

    private static TestChain till() {
        return new TestChain(TILL, TILL_KEYS).append(3);
    }

    private static Mark mark(TestChain till) {
        return Mark.sign(GATEWAY, TILL, till.head(), GATEWAY_KEYS.signer());
    }

    private static Release release(TestChain till) {
        return Release.sign(
                GATEWAY, TILL, new Release.Reach(till.head(), DAY), GATEWAY_KEYS.signer());
    }

    private static ArchiveReceipt archived() {
        return ArchiveReceipt.sign(
                GATEWAY,
                TILL,
                new ArchiveReceipt.Kept("segment-000001-to-3.tmj", 4_096, Hash.digest(new byte[4])),
                GATEWAY_KEYS.signer());
    }

    private static Standing standing() {
        EpochGrant grant = grant(till());
        return new Standing(
                new EpochGrant.Between(grant.continued(), grant.end(), grant.shared()),
                Optional.of(continued().carried()));
    }

    private static Continuation continuation() {
        EpochGrant grant = grant(till());
        return standing()
                .granted(
                        grant.successor(), grant.reason(), grant.approver(), GATEWAY_KEYS.signer());
    }

    private static EpochGrant grant(TestChain till) {
        return EpochGrant.sign(
                new EpochGrant.Between(TILL, till.head(), new Head(2, till.hashAt(2))),
                new JournalId(TILL.node(), 2),
                new EpochGrant.Why("an old disk was put back", "Grace"),
                GATEWAY_KEYS.signer());
    }

    private static Map<String, Answer> answers(TestChain till) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("marked", new Answer.Marked(mark(till)));
        answers.put("gap", new Answer.Gap(mark(till)));
        answers.put("forked", new Answer.Forked(2, till.hashAt(2), till.hashAt(3)));
        answers.put("not now", new Answer.NotNow(Duration.ofSeconds(2)));
        answers.put(
                "refused", new Answer.Refused(Answer.Reason.WRONG_SENDER, "A may not speak for B"));
        return answers;
    }

    private static Map<String, Event> events() {
        Totals totals = totals();
        Hash head = Hash.digest(new byte[1]);
        Map<String, Event> events = new LinkedHashMap<>();
        events.put("business day opened", TestShop.dayOpened());
        events.put("till opened", TestShop.opened(10_000));
        events.put("sale", TestShop.sale(line("85123A", 6, "2.55"), line("POST", 1, "0.0425")));
        events.put("return", TestShop.returned(line("85123A", -1, "2.55")));
        events.put(
                "return with receipt",
                TestShop.returned(
                        line("85123A", -1, "2.55")
                                .returning(new OriginalLine("s001", "W1", DAY, 3, 1))));
        for (CashMovement.Kind kind : CashMovement.Kind.values())
            events.put(kind.name(), new CashMovement(kind, gbp(500), "why"));
        events.put("no sale", new NoSale("change for a customer"));
        events.put(
                "till counted",
                new TillCounted(List.of(new CountedTender(TenderType.CASH, gbp(9_999)))));
        events.put("till day closed", new TillDayClosed(4, 1, 9, head, totals, ReceiptDigest.NONE));
        events.put("master data adopted", new MasterDataAdopted(3, head));
        events.put("store day closed", storeDayClosed(totals, head, false));
        events.put("store day closed with a branch", storeDayClosed(totals, head, true));
        events.put("journal continued", continued());
        events.put("journal continued, nothing known", replaced());
        events.put("journal continued, with a day ahead", ahead());
        events.put("epoch granted", new EpochGranted(grant(till())));
        events.putAll(ShopEvents.all());
        events.put("unknown", new Unknown(99, true, new byte[] {(byte) 0x81, 0x05}));
        return events;
    }

    private static JournalContinued continued() {
        Carried.Day day = new Carried.Day(DAY, totals(), ReceiptDigest.NONE, true, 14_400);
        MasterDataAdopted adopted = new MasterDataAdopted(3, Hash.digest(new byte[1]));
        return new JournalContinued(
                grant(till()), 3, 5, new Carried(day, DAY, 2, "Ada", 17, 4, adopted));
    }

    private static JournalContinued ahead() {
        Carried.Day day = new Carried.Day(DAY, totals(), ReceiptDigest.NONE, false, 14_400);
        return new JournalContinued(
                grant(till()), 3, 5, new Carried(null, null, 2, "Ada", 17, 4, null, day));
    }

    private static JournalContinued replaced() {
        EpochGrant grant =
                EpochGrant.sign(
                        EpochGrant.Between.ending(TILL, till().head()),
                        TestShop.till(9),
                        new EpochGrant.Why("the till was stolen", "Grace"),
                        GATEWAY_KEYS.signer());
        return new JournalContinued(grant, 0, 0, Carried.NOTHING);
    }

    private static Totals totals() {
        TotalsSum sum = new TotalsSum(GBP);
        sum.add(TestShop.opened(10_000));
        sum.add(TestShop.sale(line("P", 2, "4.00")));
        sum.add(TestShop.returned(line("P", -1, "4.00")));
        sum.add(new TillCounted(List.of(new CountedTender(TenderType.CASH, gbp(10_400)))));
        return sum.totals();
    }

    private static StoreDayClosed storeDayClosed(Totals totals, Hash head, boolean more) {
        TillDay till = new TillDay("till-1", 1, "W1", 1, 9, head, 4, totals, ReceiptDigest.NONE);
        TillDay branch =
                new TillDay(
                        "till-1",
                        2,
                        "W1",
                        1,
                        9,
                        head,
                        4,
                        totals,
                        ReceiptDigest.NONE,
                        new TillDay.Continued("till-1", 1, 7));
        return new StoreDayClosed(
                DAY,
                2,
                1,
                1,
                3,
                List.of(new MissingDevice("till-2", 1, 17)),
                more ? List.of(till, branch) : List.of(till),
                totals,
                GrandTotals.none(GBP).and(totals));
    }

    private static SignedMasterData masterData() {
        Product product =
                new Product(
                        "85123A",
                        "4006381333931",
                        "Light holder",
                        "D1",
                        "S",
                        Unit.PIECE,
                        UnitPrice.of("2.55"),
                        GBP);
        MasterData data =
                new MasterData(
                        "shop.example",
                        3,
                        List.of(new TaxDefinition(TestShop.STANDARD, "Standard")),
                        List.of(product),
                        List.of(
                                new Operator(
                                        "7",
                                        "Grace",
                                        OperatorRole.SUPERVISOR,
                                        PinVerifier.of("1906".toCharArray(), new byte[16], 2))),
                        new Rules(List.of(Approval.DISCOUNT), 100_000));
        return SignedMasterData.sign(data, GATEWAY_KEYS.signer());
    }

    private static String checkedIn() throws IOException {
        try (InputStream file = GoldenTest.class.getResourceAsStream("/golden/vectors.txt")) {
            assertThat(file).as("golden/vectors.txt").isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
