package io.tidemark.edge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.edge.RunningTill;
import io.tidemark.edge.Stock;
import io.tidemark.ledger.money.CurrencyCode;
import org.junit.jupiter.api.Test;

class CatalogueInMemoryTest {
    private final CatalogueInMemory catalogue =
            CatalogueInMemory.of(Stock.masterData(3).data(), RunningTill.GBP);

    @Test
    void articles_are_found_by_code_whatever_its_case() {
        assertThat(catalogue.byCode("85123a")).isPresent();
        assertThat(catalogue.byCode("nope")).isEmpty();
    }

    @Test
    void articles_are_found_by_words_of_their_description_and_the_start_of_their_code() {
        assertThat(catalogue.search("white lantern")).hasSize(1);
        assertThat(catalogue.search("WHITE")).hasSize(2);
        assertThat(catalogue.search("7105")).hasSize(1);
    }

    @Test
    void what_has_no_price_in_the_stores_currency_is_not_sold() {
        CatalogueInMemory inWon =
                CatalogueInMemory.of(Stock.masterData(3).data(), new CurrencyCode("KRW"));

        assertThat(inWon.byPlu("85123A")).isEmpty();
        assertThat(inWon.taxCategory("S")).isPresent();
    }
}
