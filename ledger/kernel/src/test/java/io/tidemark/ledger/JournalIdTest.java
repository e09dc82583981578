package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalIdTest {
    @Test
    void a_journal_is_found_again_by_its_label() {
        JournalId till = new JournalId(new NodeName("shop.example", "s001", "till-1"), 2);

        assertThat(JournalId.ofLabel("shop.example", till.label())).isEqualTo(till);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s001",
                "s001.till-1",
                "s001.till-1.0",
                "s001.till-1.1.damaged-1",
                "../till-1.1",
                "s001.till-1.x"
            })
    void what_is_no_label_is_refused(String label) {
        assertThatThrownBy(() -> JournalId.ofLabel("shop.example", label))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
