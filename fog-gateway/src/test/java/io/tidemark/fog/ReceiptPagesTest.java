package io.tidemark.fog;

import static io.tidemark.fog.LaboratoryStore.GBP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.broker.BrokerClient;
import io.tidemark.fog.ledger.Returns;
import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.UnitPrice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A till's receipts as its store shows them, at a workstation with an awkward name. */
class ReceiptPagesTest {
    private static final String WORKSTATION = "Tür 3/4 €";
    private static final String PAGES =
            "/receipts/" + Returns.DAY + "/T%C3%BCr%203%2F4%20%E2%82%AC/";
    private static final String FIRST = PAGES + 1;

    /** Two of what is listed at 3.00 for 2.50 each, and 10 % off the basket. */
    private static final SaleCompleted HAGGLED =
            new SaleCompleted(
                    GBP,
                    List.of(
                            Line.priced(
                                            new Line.Article(
                                                    "85123A",
                                                    null,
                                                    "Holder",
                                                    "gifts",
                                                    new TaxCategory("S", new TaxRate(200_000))),
                                            UnitPrice.of("2.50"),
                                            PriceOrigin.ENTERED,
                                            Quantity.pieces(2),
                                            GBP)
                                    .with(
                                            new LineDetails(
                                                    new LineDetails.PriceOverride(
                                                            UnitPrice.of("3.00"), "scratched"),
                                                    List.of(
                                                            new LineDetails.DiscountShare(
                                                                    0, new Money(50, GBP))),
                                                    null))),
                    List.of(Tender.of(TenderType.CASH, new Money(450, GBP))),
                    Money.zero(GBP),
                    new TransactionDetails(
                            List.of(
                                    new Discount(
                                            Discount.Kind.BASKET,
                                            "staff",
                                            100_000,
                                            new Money(50, GBP))),
                            List.of(
                                    new Approval(
                                            Approval.PRICE_OVERRIDE,
                                            "9001",
                                            "scratched, I saw it")),
                            new TransactionDetails.VoidedLines(1, new Money(100, GBP)),
                            null,
                            ""));

    @TempDir private static Path directory;

    private static LaboratoryNode gateway;
    private static LaboratoryTill till;

    /** What is haggled over first; then what is sold once, and comes back twice. */
    @BeforeAll
    static void open() throws Exception {
        gateway = LaboratoryNode.provisioned(directory, 1);
        gateway.start();
        till = gateway.till("till-1").at(WORKSTATION).opens(Returns.DAY);
        till.record(HAGGLED).record(Returns.sale(1));
        till.record(Returns.of(WORKSTATION, 2, 1)).record(Returns.of(WORKSTATION, 2, 1));
        try (BrokerClient connection = gateway.connected("till-1")) {
            connection.hello(till.hello());
            connection.batch(till.batch(1));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> gateway.get(PAGES + 4).contains("Receipt 4"));
    }

    @AfterAll
    static void close() {
        gateway.stop();
    }

    @Test
    void a_receipt_is_shown_with_what_was_allowed_and_why() throws Exception {
        assertThat(gateway.get(FIRST)).contains("Receipt 1 of Tür 3/4 €");
        assertThat(gateway.get(FIRST))
                .contains("entered price, listed 3.00: scratched")
                .contains("basket discount 10 %: staff, −0.50")
                .contains("price override allowed by 9001: scratched, I saw it")
                .contains("Lines taken out before it was paid: 1, of 1.00 GBP");
        assertThat(gateway.get("/api/v1" + FIRST))
                .contains(
                        "\"priceEntered\":true,\"listedPrice\":\"3\",\"priceReason\":\"scratched\"")
                .contains(
                        "\"kind\":\"BASKET\",\"reason\":\"staff\",\"ratePpm\":100000,\"amount\":{\"minor\":50,")
                .contains(
                        "\"act\":\"PRICE_OVERRIDE\",\"supervisor\":\"9001\",\"reason\":\"scratched, I saw it\"")
                .contains("\"voided\":{\"lines\":1,")
                .contains("\"total\":{\"minor\":450,");
    }

    @Test
    void every_page_leads_to_a_receipt_whatever_its_workstation_is_called() throws Exception {
        assertThat(gateway.get("/exceptions")).contains(link(2), link(3), link(4));
        assertThat(gateway.get(PAGES + 2)).contains(link(3), link(4));
        assertThat(gateway.get(PAGES + 3)).contains(link(2));
        assertThat(gateway.get("/stock/22423?day=" + Returns.DAY)).contains(link(2), link(3));
    }

    @Test
    void a_receipts_page_leads_to_its_proof_which_is_checked_as_it_was_downloaded()
            throws Exception {
        String proofs = link(gateway.get(FIRST), "/proofs\\?receipt=");
        assertThat(proofs).contains("s001.till-1.1-1-");
        assertThat(gateway.get(proofs)).contains("class=\"warning\"").doesNotContain("BEGIN");

        till.closesDay();
        try (BrokerClient connection = gateway.connected("till-1")) {
            connection.hello(till.hello());
            connection.batch(till.batch(5));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> gateway.closeDay(Returns.DAY, "null").statusCode() < 300);

        String file = link(gateway.get(proofs), "/proofs/text\\?receipt=");
        Path proof = Files.writeString(directory.resolve("proof.txt"), gateway.get(file));
        Path keys = Files.writeString(directory.resolve("keys.txt"), gateway.told("keys"));
        assertThat(LaboratoryNode.said(0, "check", proof.toString(), "--keys", keys.toString()))
                .contains("4.50");
    }

    private static String link(String page, String begins) {
        Matcher found = Pattern.compile("href=\"(" + begins + "[^\"]*)\"").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private static String link(int receipt) {
        return "<a href=\"" + PAGES + receipt + "\">";
    }
}
