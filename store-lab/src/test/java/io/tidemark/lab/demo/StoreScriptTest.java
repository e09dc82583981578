package io.tidemark.lab.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.Catalogue;
import io.tidemark.lab.retail.Dealing;
import io.tidemark.lab.retail.HouseRule;
import io.tidemark.lab.retail.Invoice;
import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.lab.retail.People;
import io.tidemark.lab.retail.RetailFile;
import io.tidemark.lab.retail.TradingDay;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.ledger.event.Tally;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is worked out before a day begins, from the shipped one. */
class StoreScriptTest {
    private static final TradingDay DAY =
            TradingDay.read(RetailFile.shipped(), Optional.empty(), MinorUnits.of("GBP"));
    private static final Words.Shop SHOP =
            new Words.Shop(
                    Catalogue.of(DAY),
                    new HouseRule(DAY.money()),
                    ZoneOffset.UTC,
                    new Words.Hours(
                            DAY.firstSale().minusMinutes(20), DAY.lastSale().plusMinutes(10)));

    @Test
    void whatever_an_invoice_is_discounted_or_entered_it_comes_to_the_files_amount() {
        Words words = new Words(SHOP, hour -> People.cashier(0, hour));

        assertThat(DAY.invoices())
                .filteredOn(Invoice::isTransaction)
                .allSatisfy(invoice -> {
                    ObjectNode body = NodeApi.JSON.createObjectNode();
                    new InvoiceLines(words, invoice).writeTo(body);
                    assertThat(total(words, body)).isEqualTo(invoice.grossMinor());
                });
    }

    @Test
    void a_discount_is_told_as_often_and_as_high_as_it_is_given() {
        Words words = new Words(SHOP, hour -> People.cashier(0, hour));

        assertThat(DAY.invoices())
                .filteredOn(Invoice::isTransaction)
                .allSatisfy(invoice -> {
                    ObjectNode body = NodeApi.JSON.createObjectNode();
                    InvoiceLines lines = new InvoiceLines(words, invoice);
                    lines.writeTo(body);
                    var told = lines.tallies().kinds().get(Tally.DISCOUNT);
                    assertThat(told == null ? 0 : told.minor()).isEqualTo(off(body));
                });
    }

    @Test
    void each_till_opens_first_and_counts_and_closes_last() {
        List<List<Act>> tills = StoreScript.of(SHOP, Dealing.deal(DAY, 1, 3).getFirst());

        assertThat(tills)
                .hasSize(3)
                .allSatisfy(acts -> {
                    assertThat(acts).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
                    assertThat(acts.subList(0, acts.size() - 2)).noneMatch(Act::isClosing);
                    assertThat(acts.subList(acts.size() - 2, acts.size())).allMatch(Act::isClosing);
                });
    }

    @Test
    void what_is_beside_the_file_comes_on_top_of_its_receipts() {
        List<List<Act>> tills = StoreScript.of(SHOP, Dealing.deal(DAY, 1, 3).getFirst());

        int receipts = tills.stream().flatMap(List::stream).mapToInt(Act::receipts).sum();

        assertThat(receipts)
                .isGreaterThan(
                        (int) DAY.invoices().stream().filter(Invoice::isTransaction).count());
    }

    private static long total(Words words, ObjectNode body) {
        long total = -off(body);
        for (JsonNode line : body.path("lines")) {
            Catalogue.Product product =
                    requireNonNull(SHOP.catalogue().products().get(line.path("plu").asText()));
            String price = line.path("unitPrice").asText(product.price().toPlainString());
            total +=
                    words.minor(
                            new BigDecimal(line.path("quantity").asText()), new BigDecimal(price));
        }
        return total;
    }

    private static long off(ObjectNode body) {
        long off = 0;
        for (JsonNode line : body.path("lines"))
            off += line.path("discount").path("amount").path("minor").asLong();
        for (JsonNode discount : body.path("discounts"))
            off += discount.path("amount").path("minor").asLong();
        return off;
    }
}
