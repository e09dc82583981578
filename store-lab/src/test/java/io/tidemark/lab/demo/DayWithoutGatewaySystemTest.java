package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.shop.ClosingTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole day of everything that a shop does, with the gateway away from morning to evening: people
 * sign on, two tills and a handheld work, the price that was known ahead comes at the store's
 * midnight, and a minute after the gateway is back all of it is there, at every tier as it was
 * done.
 */
class DayWithoutGatewaySystemTest {
    static final Duration ALL_IS_THERE = Duration.ofMinutes(1);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void a_day_without_the_gateway_is_all_there_a_minute_after_it_is_back() throws Exception {
        try (TestShop shop = TestShop.open(directory, 2, 1)) {
            ShopDay day = ShopDay.prepared(shop, directory);
            Tiers tiers = new Tiers(shop, day.done());
            shop.store().killGateway();

            day.peopleCome();
            JsonNode pear = day.sellAllDay();
            day.second().takeBackUnchecked(pear);
            day.workGoods();
            day.sellPastMidnight();
            List<JsonNode> zs =
                    List.of(
                            day.first().endTheDay(0),
                            day.second().endTheDay(0),
                            day.handheld().endTheDay());

            shop.store().startGateway();
            tiers.awaitMarked();
            ClosingTime closing = new ClosingTime(shop.laboratory(), TestShop.DAY);
            closing.closeDown(shop.store());
            closing.awaitFiled();

            tiers.assertSameEverywhere(zs);
            tiers.assertStockPageIsRight();
            assertTheTwiceReturnedLineIsShown(tiers.gateway("/api/v1/returned-twice"));
            tiers.assertBooksAreEven();
            tiers.assertBooksHaveTheVat();
        }
    }

    /** The other till could not know that it was returned already. */
    private static void assertTheTwiceReturnedLineIsShown(JsonNode twice) {
        assertThat(twice).hasSize(1);
        assertThat(twice.path(0).path("description").asText()).isEqualTo("PEAR");
        assertThat(twice.path(0).path("sold").asText()).isEqualTo("1");
        assertThat(twice.path(0).path("returned").asText()).isEqualTo("2");
    }
}
