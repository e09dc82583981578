package io.tidemark.fog.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.ledger.GatewayExchange;
import io.tidemark.fog.ledger.GatewaySchema;
import io.tidemark.fog.store.StoreState;
import io.tidemark.fog.watch.Alert;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.masterdata.Identification;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.projection.MemoryJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store is told of its exchanges without asking. */
class ExchangeWatchTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir private Path directory;

    @Test
    void a_customer_who_showed_no_papers_at_any_till_is_an_alert_until_the_days_have_passed() {
        LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
        List<MemoryJournal> journals =
                List.of(
                        journal(
                                store.till("till-1")
                                        .at("W1")
                                        .opens(DAY)
                                        .record(bought(30_000, "C-77", ""))
                                        .record(bought(90_000, "C-1", "PASSPORT"))
                                        .record(bought(10_000, "C-2", ""))),
                        journal(
                                store.till("till-2")
                                        .at("W2")
                                        .opens(DAY)
                                        .record(bought(40_000, "c-77", ""))));
        Exchange rules =
                new Exchange(
                        List.of(), List.of(new Identification("GB", gbp(60_000), 2, List.of())));
        try (Projection projection =
                Projection.start(
                        new ProjectionPlace(directory.resolve("tables"), new byte[32]),
                        new GatewaySchema(),
                        journals)) {
            assertThat(projection.awaitReadable(Duration.ofSeconds(30))).isTrue();
            ExchangeWatch watch =
                    new ExchangeWatch(
                            new GatewayExchange(projection),
                            () -> StoreState.nothing(LaboratoryStore.GBP),
                            () -> rules,
                            LaboratoryStore.GBP);

            List<Alert> today = watch.standing(DAY.plusDays(1), NOW);

            assertThat(today)
                    .singleElement()
                    .satisfies(alert -> {
                        assertThat(alert.kind()).isEqualTo(Alert.Kind.PAPERS_NOT_SEEN);
                        assertThat(alert.subject()).isEqualTo("C-77");
                        assertThat(alert.text())
                                .contains("700.00 GBP at 2 tills", "have them shown");
                    });
            assertThat(watch.standing(DAY.plusDays(2), NOW)).isEmpty();
        }
    }

    private static MemoryJournal journal(LaboratoryTill till) {
        MemoryJournal journal = new MemoryJournal(till.journal());
        for (EntryBytes entry : till.entries()) journal.append(entry);
        return journal;
    }

    private static CurrencyExchanged bought(long pounds, String customer, String document) {
        ExchangeRate rate = new ExchangeRate(new BigDecimal("0.8"));
        return new CurrencyExchanged(
                new Money(pounds * 5 / 4, USD),
                gbp(-pounds),
                gbp(0),
                rate,
                rate,
                new CurrencyExchanged.Customer(customer, document),
                List.of(),
                null);
    }

    private static Money gbp(long minor) {
        return new Money(minor, LaboratoryStore.GBP);
    }
}
