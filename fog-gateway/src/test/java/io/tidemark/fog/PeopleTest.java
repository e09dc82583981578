package io.tidemark.fog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.broker.BrokerClient;
import io.tidemark.fog.ledger.Returns;
import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a manager looks up at the gateway: people, receipts, and what was done twice. */
class PeopleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private static Path directory;

    private static LaboratoryNode gateway;

    @BeforeAll
    static void open() throws Exception {
        gateway = LaboratoryNode.provisioned(directory, 2);
        gateway.start();
        LaboratoryTill one =
                gateway.till("till-1")
                        .record(session(OperatorSession.Kind.SIGN_ON))
                        .opens(DAY)
                        .sells("2.50")
                        .record(new NoSale("change", List.of(allowed(Approval.NO_SALE, "asked"))))
                        .record(paidOut())
                        .record(new ExchangeRefused(new Money(-105_00, new CurrencyCode("USD"))))
                        .record(givenUp())
                        .record(session(OperatorSession.Kind.LOCK))
                        .record(session(OperatorSession.Kind.UNLOCK))
                        .sells("7.00")
                        .record(Returns.of("1", 1, 2))
                        .record(transferred(StockMoved.Kind.TRANSFER_IN, "s002", "T-1"))
                        .record(transferred(StockMoved.Kind.TRANSFER_OUT, "s077", "T-9"))
                        .record(transferred(StockMoved.Kind.TRANSFER_OUT, "s002", "T-8"))
                        .record(session(OperatorSession.Kind.SIGN_OFF));
        LaboratoryTill two =
                gateway.till("till-2")
                        .at("2")
                        .opens(DAY)
                        .sells("0.50")
                        .record(Returns.of("1", 1, 1))
                        .record(transferred(StockMoved.Kind.TRANSFER_IN, "s002", "T-1"))
                        .record(transferred(StockMoved.Kind.TRANSFER_IN, "s002", "T-2"));
        sent("till-1", one);
        sent("till-2", two);
        await().atMost(SOON)
                .until(() ->
                        gateway.get("/api/v1/days/" + DAY + "/people").contains("SIGN_OFF")
                                && gateway.get("/api/v1/receipts?till=2").contains("\"total\":2"));
    }

    @AfterAll
    static void close() {
        gateway.stop();
    }

    @Test
    void a_shift_is_told_with_who_came_and_went_and_what_it_sold() throws Exception {
        String told = gateway.get("/api/v1/days/" + DAY + "/people");

        assertThat(told)
                .contains("\"kind\":\"SIGN_ON\"", "\"kind\":\"LOCK\"", "\"kind\":\"UNLOCK\"")
                .contains("\"shift\":1,\"operator\":\"Ann\",\"name\":\"Ann Lee\"")
                .contains("\"sales\":[{\"receipts\":3,\"grossMinor\":");
        assertThat(gateway.get("/people?day=" + DAY))
                .contains("Ann, Ann Lee, cashier", "sign on", "sign off", "10:30")
                .contains("<td class=\"n\">3</td>");
        assertThat(gateway.get("/?day=" + DAY)).contains("href=\"/people?day=" + DAY + "\"");
    }

    @Test
    void a_receipt_says_in_whose_shift_it_was_given() throws Exception {
        assertThat(gateway.get("/receipts/" + DAY + "/1/1")).contains(">Ann, shift 1</a>");
        assertThat(gateway.get("/api/v1/receipts/" + DAY + "/1/1"))
                .contains("\"operator\":\"Ann\",\"shift\":1");
    }

    @Test
    void what_needed_a_supervisor_is_told_with_who_allowed_it_and_why_and_what_was_in_it()
            throws Exception {
        assertThat(gateway.get("/api/v1/days/" + DAY + "/supervised"))
                .contains("\"act\":\"NO_SALE\",\"reason\":\"change\",\"supervisor\":\"9001\"")
                .contains("\"act\":\"PAID_OUT\",\"reason\":\"window cleaner\",\"supervisor\":null")
                .contains("\"contents\":\"3 CAKESTAND\"", "\"reason\":\"queue too long\"")
                .contains("\"act\":\"EXCHANGE_REFUSED\"", "-10500");
        assertThat(gateway.get("/people?day=" + DAY))
                .contains("9001: asked", "window cleaner", "nobody had to")
                .contains("queue too long · 3 CAKESTAND", "9001: by mistake");
    }

    @Test
    void receipts_are_found_by_till_operator_number_and_amount_the_latest_first() throws Exception {
        assertThat(gateway.get("/api/v1/receipts?day=" + DAY))
                .contains("\"total\":5", "\"next\":null");
        assertThat(gateway.get("/api/v1/receipts?till=TILL-2&number=1"))
                .contains("\"total\":1", "\"workstation\":\"2\"", "\"shift\":1");
        assertThat(gateway.get("/api/v1/receipts?amount=14.00"))
                .contains("\"total\":1", "\"grossMinor\":1400");
        assertThat(gateway.get("/api/v1/receipts?operator=ann&limit=2&from=2"))
                .contains("\"total\":5", "\"from\":2,\"next\":4");
        assertThat(gateway.get("/api/v1/receipts?operator=Bob")).contains("\"total\":0");
        assertThat(gateway.get("/receipts?day=" + DAY + "&amount=14.00"))
                .contains("href=\"/receipts/" + DAY + "/1/2\"", "1 to 1 of 1", "14.00 GBP")
                .doesNotContain("href=\"/receipts/" + DAY + "/1/1\"");
    }

    @Test
    void a_question_about_receipts_that_makes_no_sense_is_refused_with_what_would()
            throws Exception {
        for (String asked :
                List.of("amount=1e9", "amount=2,50", "amount=0.001", "number=x", "from=-1"))
            assertThat(
                            LaboratoryNode.send(
                                            gateway.request("/api/v1/receipts?" + asked).build())
                                    .statusCode())
                    .as(asked)
                    .isEqualTo(400);
    }

    @Test
    void what_two_devices_did_twice_is_an_alert_and_stands_among_the_exceptions() throws Exception {
        await().atMost(SOON)
                .until(() ->
                        gateway.get("/api/v1/alerts").contains("RETURNED_TWICE")
                                && gateway.get("/api/v1/alerts").contains("TRANSFERRED_TWICE"));

        assertThat(gateway.get("/")).contains("came back more often than sold", "/exceptions");
        assertThat(gateway.get("/api/v1/transferred-twice"))
                .contains("\"reference\":\"T-1\",\"device\":\"till-1\"")
                .contains("\"reference\":\"T-1\",\"device\":\"till-2\"")
                .doesNotContain("T-2", "T-8");
        assertThat(gateway.get("/api/v1/transfers-to-unknown-places"))
                .contains("\"store\":\"s077\",\"reference\":\"T-9\"")
                .doesNotContain("s002");
        assertThat(gateway.get("/exceptions")).contains("T-1", "s077", "Transfers taken in twice");
    }

    private static void sent(String device, LaboratoryTill till) throws Exception {
        try (BrokerClient connection = gateway.connected(device)) {
            connection.hello(till.hello());
            connection.batch(till.batch(1));
        }
    }

    private static OperatorSession session(OperatorSession.Kind kind) {
        return new OperatorSession(kind, "Ann Lee", "CASHIER");
    }

    private static Approval allowed(String act, String why) {
        return new Approval(act, "9001", why);
    }

    private static CashMovement paidOut() {
        return new CashMovement(
                CashMovement.Kind.PAID_OUT,
                new Money(1_500, LaboratoryStore.GBP),
                "window cleaner");
    }

    private static BasketVoided givenUp() {
        return new BasketVoided(
                LaboratoryStore.GBP,
                Returns.sale(3).lines(),
                new TransactionDetails(
                        List.of(),
                        List.of(allowed(Approval.BASKET_VOID, "by mistake")),
                        null,
                        null,
                        "queue too long"));
    }

    private static StockMoved transferred(StockMoved.Kind kind, String store, String number) {
        return new StockMoved(
                kind,
                number,
                store,
                "",
                List.of(new StockLine("22423", null, "Cakestand", "", Quantity.pieces(4), null)));
    }
}
