package io.tidemark.ledger.masterdata;

import static io.tidemark.ledger.TestShop.GBP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettleRulesTest {
    private static final Money EURO = new Money(1, new CurrencyCode("EUR"));

    @Test
    void up_to_the_tolerance_over_and_short_are_alike() {
        SettleRules rules = new SettleRules(1, List.of(TestShop.gbp(200)));

        assertThat(rules.tolerates(TestShop.gbp(200))).isTrue();
        assertThat(rules.tolerates(TestShop.gbp(-200))).isTrue();
        assertThat(rules.tolerates(TestShop.gbp(201))).isFalse();
        assertThat(rules.tolerates(TestShop.gbp(-201))).isFalse();
    }

    @Test
    void nothing_is_tolerated_of_a_currency_that_is_not_named() {
        SettleRules rules = new SettleRules(1, List.of(TestShop.gbp(200)));

        assertThat(rules.tolerates(EURO)).isFalse();
        assertThat(rules.tolerates(Money.zero(EURO.currency()))).isTrue();
    }

    @Test
    void rules_read_back_with_their_settling_and_without() {
        Rules acts = new Rules(List.of(Approval.NO_SALE), 100_000);
        Rules all =
                new Rules(
                        acts.approved(),
                        acts.discountAlonePpm(),
                        new SettleRules(2, List.of(TestShop.gbp(200), EURO)));

        assertThat(readBack(acts)).isEqualTo(acts);
        assertThat(readBack(all)).isEqualTo(all);
    }

    @Test
    void a_tolerance_that_says_two_things_is_refused() {
        Money two = new Money(2, GBP);

        assertThatThrownBy(() -> new SettleRules(1, List.of(two, two)))
                .hasMessageContaining("one tolerance per currency");
        assertThatThrownBy(() -> new SettleRules(1, List.of(two.negated())))
                .hasMessageContaining("never negative");
    }

    private static Rules readBack(Rules rules) {
        CborWriter writer = new CborWriter();
        rules.writeTo(writer);
        return Rules.readFrom(new CborReader(writer.toBytes()));
    }
}
