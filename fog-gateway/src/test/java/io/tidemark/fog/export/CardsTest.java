package io.tidemark.fog.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every format says of a card what kind it was, where somebody knew. */
class CardsTest {
    @TempDir Path directory;

    @Test
    void debit_and_credit_cards_are_told_apart_and_a_card_of_unknown_kind_from_both()
            throws Exception {
        LaboratoryStore store = new LaboratoryStore("till-1");
        try (ClosedAtHand closed = ClosedAtHand.odd(directory, OddDay.CARDS_OF_EVERY_KIND, store)) {
            String payments =
                    new String(closed.files(ExportFormat.DSFINVK).get("payment.csv"), UTF_8);
            String saft = new String(closed.exported(ExportFormat.SAFT), UTF_8);
            String poslog = new String(closed.exported(ExportFormat.POSLOG), UTF_8);

            assertThat(payments)
                    .contains("\"Unbar\";\"CARD\"")
                    .contains("\"ECKarte\";\"DEBIT_CARD\"")
                    .contains("\"Kreditkarte\";\"CREDIT_CARD\"");
            assertThat(saft)
                    .containsSubsequence("<basicID>CARD</basicID>", ">12002<")
                    .containsSubsequence("<basicID>DEBIT_CARD</basicID>", ">12002<")
                    .containsSubsequence("<basicID>CREDIT_CARD</basicID>", ">12003<");
            assertThat(poslog)
                    .contains("\"CreditDebit\":{\"CardType\":\"Debit\"}")
                    .contains("\"CreditDebit\":{\"CardType\":\"Credit\"}");
        }
    }
}
