package io.tidemark.fog.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.projection.MemoryJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gateway sees of exchanges that no till sees alone. */
class GatewayExchangeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final CurrencyCode USD = new CurrencyCode("USD");

    @TempDir private Path directory;

    @Test
    void a_customer_who_went_from_till_to_till_is_told_with_all_of_it() {
        LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
        CurrencyExchanged undone = bought(10_000, "c-77");
        List<MemoryJournal> journals =
                List.of(
                        journal(
                                store.till("till-1")
                                        .opens(DAY)
                                        .record(bought(30_000, "C-77"))
                                        .record(undone)
                                        .record(
                                                CurrencyExchanged.undoing(
                                                        undone,
                                                        new CurrencyExchanged.Undone(
                                                                new OriginalReceipt(
                                                                        "s001", "1", DAY, 2),
                                                                "changed their mind"),
                                                        List.of()))
                                        .record(bought(90_000, "C-1"))),
                        journal(
                                store.till("till-2")
                                        .opens(DAY)
                                        .record(bought(40_000, "c-77"))
                                        .record(bought(99_000, ""))));
        try (Projection projection =
                Projection.start(
                        new ProjectionPlace(directory.resolve("tables"), new byte[32]),
                        new GatewaySchema(),
                        journals)) {
            assertThat(projection.awaitReadable(Duration.ofSeconds(30))).isTrue();
            GatewayExchange exchange = new GatewayExchange(projection);

            assertThat(exchange.linked(DAY.minusDays(1), DAY, gbp(60_000)))
                    .extracting(GatewayExchange.Linked::customer, each -> each.sum().minor())
                    .containsExactly(tuple("C-1", 90_000L), tuple("C-77", 70_000L));
            assertThat(exchange.linked(DAY.plusDays(1), DAY.plusDays(2), gbp(1))).isEmpty();
            assertThat(exchange.of(DAY)).hasSize(6);
            assertThat(exchange.of(DAY))
                    .filteredOn(each -> each.undoes() == 2)
                    .singleElement()
                    .satisfies(each -> assertThat(each.base()).isEqualTo(gbp(10_000)));
        }
    }

    private static MemoryJournal journal(LaboratoryTill till) {
        MemoryJournal journal = new MemoryJournal(till.journal());
        for (EntryBytes entry : till.entries()) journal.append(entry);
        return journal;
    }

    private static CurrencyExchanged bought(long pounds, String customer) {
        return new CurrencyExchanged(
                new Money(pounds * 5 / 4, USD),
                gbp(-pounds),
                gbp(0),
                new ExchangeRate(new BigDecimal("0.8")),
                new ExchangeRate(new BigDecimal("0.8")),
                new CurrencyExchanged.Customer(customer, ""),
                List.of(),
                null);
    }

    private static Money gbp(long minor) {
        return new Money(minor, LaboratoryStore.GBP);
    }
}
