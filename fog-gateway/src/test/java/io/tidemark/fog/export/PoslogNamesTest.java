package io.tidemark.fog.export;

import static io.tidemark.fog.LaboratoryStore.GBP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.AgeCheck;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens in a shop has the name in a POSLog that docs/EXPORTS.md says. */
class PoslogNamesTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "EXPORTS.md");
    private static final ExchangeRate RATE = new ExchangeRate(new BigDecimal("0.86"));
    private static final Money TEN_EUROS = new Money(10_00, SomeDay.EUR);

    @TempDir private static Path directory;

    private static final LaboratoryStore STORE = new LaboratoryStore("till-1");
    private static final LaboratoryTill TILL = STORE.till("till-1");
    private static final OddTill MAKE = new OddTill(TILL, GBP);
    private static ClosedAtHand closed;
    private static JsonNode log;

    /** An entry, and how its transaction begins. */
    private record Named(String name, Event event) {}

    private static List<Named> happenings() {
        Line tea = MAKE.line("tea", "1.00", "1");
        Line back = MAKE.line("tea", "1.00", "-1");
        SaleCompleted sold = sale(tea);
        return List.of(
                new Named(
                        "ControlTransaction SignOn",
                        new OperatorSession(OperatorSession.Kind.SIGN_ON, "Ann", "CASHIER")),
                new Named("RetailTransaction Delivered", sold),
                new Named(
                        "RetailTransaction Returned",
                        new GoodsReturned(
                                GBP, List.of(back), List.of(cash("-1.00")), MAKE.money("0"))),
                new Named(
                        "RetailTransaction PostVoided",
                        PostVoided.of(
                                sold,
                                new OriginalReceipt("s001", "1", SomeDay.DAY, 1),
                                TransactionDetails.NONE)),
                new Named(
                        "RetailTransaction Suspended",
                        new BasketSuspended("B-1", GBP, List.of(tea), TransactionDetails.NONE)),
                new Named("RetailTransaction SuspendedRetrieved", new BasketResumed("B-1", "1")),
                new Named(
                        "RetailTransaction Voided",
                        new BasketVoided(GBP, List.of(tea), TransactionDetails.NONE)),
                new Named(
                        "RetailTransaction Delivered",
                        new TrainingTransaction(
                                GBP,
                                List.of(tea),
                                List.of(cash("1.00")),
                                MAKE.money("0"),
                                TransactionDetails.NONE)),
                new Named(
                        "TenderControlTransaction TenderLoan",
                        moved(CashMovement.Kind.FLOAT_PROVIDED)),
                new Named("TenderControlTransaction TenderPickup", moved(CashMovement.Kind.PICKUP)),
                new Named("TenderControlTransaction SafeDrop", moved(CashMovement.Kind.SAFE_DROP)),
                new Named("TenderControlTransaction PaidIn", moved(CashMovement.Kind.PAID_IN)),
                new Named("TenderControlTransaction PaidOut", moved(CashMovement.Kind.PAID_OUT)),
                new Named(
                        "TenderControlTransaction Confirmation",
                        new CashConfirmed(
                                new CommandId(new UUID(1, 1)),
                                "SAFE_DROP",
                                false,
                                List.of(
                                        new CashConfirmed.Confirmed(
                                                MAKE.money("5.00"), MAKE.money("5.00"))),
                                "201",
                                "")),
                new Named(
                        "TenderControlTransaction TenderExchange",
                        new CurrencyExchanged(
                                TEN_EUROS,
                                MAKE.money("-8.60"),
                                MAKE.money("0.20"),
                                RATE,
                                RATE,
                                CurrencyExchanged.Customer.UNKNOWN,
                                List.of(),
                                null)),
                new Named("ControlTransaction NoSale", new NoSale("change")),
                new Named("InventoryControlTransaction Receiving", moved(StockMoved.Kind.DELIVERY)),
                new Named(
                        "InventoryControlTransaction InventoryLoss", moved(StockMoved.Kind.WASTE)),
                new Named(
                        "InventoryControlTransaction TransferOut",
                        moved(StockMoved.Kind.TRANSFER_OUT)),
                new Named(
                        "InventoryControlTransaction TransferIn",
                        moved(StockMoved.Kind.TRANSFER_IN)),
                new Named(
                        "InventoryControlTransaction PhysicalCount",
                        new StockCounted("shelf", List.of(goods()))),
                new Named(
                        "TenderControlTransaction TillSettle",
                        new TillCounted(
                                List.of(new CountedTender(TenderType.CASH, MAKE.money("90.00"))))),
                new Named(
                        "TenderControlTransaction TillSettle",
                        new OverShortFound(
                                List.of(
                                        new OverShortFound.Settled(
                                                TenderType.CASH,
                                                MAKE.money("90.03"),
                                                MAKE.money("90.00"))),
                                "wrong change",
                                List.of())),
                new Named(
                        "ControlTransaction SignOff",
                        new OperatorSession(OperatorSession.Kind.SIGN_OFF, "Ann", "CASHIER")));
    }

    @BeforeAll
    static void close_a_day_of_all_of_it() throws IOException {
        closed = new ClosedAtHand(directory, STORE);
        TILL.opens(SomeDay.DAY);
        for (Named each : happenings()) TILL.record(each.event());
        for (LineKind kind : LineKind.values())
            TILL.record(sale(MAKE.line("tea", "1.00", "1"), MAKE.of(kind, "0.25")));
        for (TenderType card :
                List.of(TenderType.CARD, TenderType.DEBIT_CARD, TenderType.CREDIT_CARD))
            MAKE.paid(MAKE.line("tea", "1.00", "1"), Tender.of(card, MAKE.money("1.00")));
        TILL.record(
                new SaleCompleted(
                        GBP,
                        List.of(MAKE.line("gin", "17.00", "1")),
                        List.of(cash("17.00")),
                        MAKE.money("0"),
                        new TransactionDetails(
                                List.of(),
                                List.of(),
                                null,
                                null,
                                "",
                                new AgeCheck(18, AgeCheck.How.DOCUMENT))));
        closed.gateway.receives(TILL.closesDay());
        closed.gateway.closed(SomeDay.DAY);
        log = new ObjectMapper().readTree(closed.exported(ExportFormat.POSLOG)).get("POSLog");
    }

    @AfterAll
    static void close() {
        closed.close();
    }

    @Test
    void every_entry_has_the_name_of_what_it_is() {
        List<String> expected = new ArrayList<>();
        expected.add("ControlTransaction BusinessSOD");
        expected.add("TenderControlTransaction TenderLoan");
        for (Named each : happenings()) expected.add(each.name());

        List<String> told = new ArrayList<>();
        log.get("Transaction").forEach(each -> told.add(name(each)));

        assertThat(told.subList(0, expected.size())).isEqualTo(expected);
        assertThat(told.subList(told.size() - 2, told.size()))
                .containsExactly("ControlTransaction POSEOD", "ControlTransaction BusinessEOD");
    }

    @Test
    void each_carries_what_moved() {
        assertThat(of("SafeDrop").at("/Amount/Value").decimalValue()).isEqualByComparingTo("5");
        assertThat(of("TenderExchange").at("/ForeignAmount/Currency").asText()).isEqualTo("EUR");
        assertThat(of("TenderExchange").at("/ForeignAmount/Value").decimalValue())
                .isEqualByComparingTo("10");
        assertThat(of("TenderExchange").at("/ExchangeRate").decimalValue())
                .isEqualByComparingTo("0.86");
        assertThat(of("Confirmation").at("/ConfirmedBy").asText()).isEqualTo("201");
        assertThat(log.findValue("OverShortAmount").get("Value").decimalValue())
                .isEqualByComparingTo("-0.03");
        assertThat(of("TransferOut").at("/LineItem/0/Quantity/Value").decimalValue())
                .isEqualByComparingTo("3");
        assertThat(of("PhysicalCount").at("/LineItem/0/ItemID").asText()).isEqualTo("TEA");
        assertThat(of("BusinessEOD").at("/Status").asText()).isEqualTo("complete");
        assertThat(log.findValues("TrainingModeFlag").stream().filter(JsonNode::asBoolean))
                .hasSize(1);
    }

    @Test
    void there_is_no_name_in_the_documents_table_that_no_entry_has() throws IOException {
        String text = Files.readString(DOCUMENT);
        String table =
                text.substring(text.indexOf("## ARTS POSLog"), text.indexOf("## A journal for"));
        List<String> names =
                table.lines()
                        .filter(row -> row.startsWith("|") && !row.startsWith("|-"))
                        .map(row -> row.split("\\|", -1)[2])
                        .flatMap(cell -> Pattern.compile("[A-Z]\\w+").matcher(cell).results())
                        .map(MatchResult::group)
                        .toList();
        String json = new String(closed.exported(ExportFormat.POSLOG), UTF_8);

        assertThat(names).hasSizeGreaterThan(40).contains("TenderExchange", "PhysicalCount");
        for (String name : names) assertThat(json).contains("\"" + name + "\"");
    }

    private static JsonNode of(String name) {
        JsonNode found = log.findValue(name);
        assertThat(found).as(name).isNotNull();
        return found;
    }

    /** Its group, and what it is in it. */
    private static String name(JsonNode transaction) {
        for (Map.Entry<String, JsonNode> field : transaction.properties()) {
            if (!field.getKey().endsWith("Transaction")) continue;
            JsonNode status = field.getValue().get("TransactionStatus");
            return field.getKey()
                    + " "
                    + (status == null ? field.getValue().fieldNames().next() : status.asText());
        }
        return "nothing";
    }

    private static SaleCompleted sale(Line... lines) {
        return new SaleCompleted(
                GBP,
                List.of(lines),
                List.of(Tender.of(TenderType.CASH, Money.sum(GBP, List.of(lines), Line::gross))),
                MAKE.money("0"));
    }

    private static Tender cash(String amount) {
        return Tender.of(TenderType.CASH, MAKE.money(amount));
    }

    private static CashMovement moved(CashMovement.Kind kind) {
        return new CashMovement(kind, MAKE.money("5.00"), "");
    }

    private static StockMoved moved(StockMoved.Kind kind) {
        return new StockMoved(kind, "N-1", "s002", "", List.of(goods()));
    }

    private static StockLine goods() {
        return new StockLine("TEA", null, "Tea", "D", Quantity.pieces(3), null);
    }
}
