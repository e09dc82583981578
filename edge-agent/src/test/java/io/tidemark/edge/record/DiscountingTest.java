package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.line;
import static io.tidemark.edge.record.TillAtWork.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails.DiscountShare;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TransactionDetails.VoidedLines;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money off, and what it does to the VAT of each line. */
class DiscountingTest {
    private final TillAtWork till = new TillAtWork().open();

    @Test
    void lines_that_were_taken_out_again_never_come_to_less_than_nothing() {
        assertThatThrownBy(() ->
                        new Basket.Extras(List.of(), new VoidedLines(1, till.money(-50_000)), ""))
                .hasMessageContaining("voided.amount is -500.00 GBP, and is never below zero");
    }

    @Test
    void a_discount_on_a_line_is_rounded_once_and_its_VAT_comes_out_of_what_is_left() {
        Line line = priced(List.of(discounted("3", percent(10))), List.of()).lines().getFirst();

        assertThat(line.undiscounted()).isEqualTo(till.money(765));
        assertThat(line.gross()).isEqualTo(till.money(688)); // 76.5 off is 77
        assertThat(line.taxAmount()).isEqualTo(till.money(115));
    }

    @Test
    void a_discount_on_the_basket_is_of_what_the_lines_discounts_left() {
        Pricing.Result.Priced priced =
                priced(
                        List.of(discounted("1", percent(50)), line("BOOK", "1")),
                        List.of(percent(10)));

        assertThat(priced.discounts())
                .extracting(Discount::kind)
                .containsExactly(Discount.Kind.LINE, Discount.Kind.BASKET);
        assertThat(priced.discounts().getFirst().amount()).isEqualTo(till.money(128));
        assertThat(priced.discounts().getLast().amount()).isEqualTo(till.money(113)); // of 11.26
        assertThat(priced.lines().getFirst().gross()).isEqualTo(till.money(127 - 13));
        assertThat(priced.lines().getLast().gross()).isEqualTo(till.money(999 - 100));
    }

    @Test
    void an_amount_off_may_take_a_line_to_nothing_and_never_below() {
        Line nothing = priced(List.of(discounted("1", off(255))), List.of()).lines().getFirst();

        assertThat(nothing.gross().isZero()).isTrue();
        assertThat(nothing.taxAmount().isZero()).isTrue();
        assertThat(refused(List.of(discounted("1", off(256))), List.of()))
                .isEqualTo("a discount of 2.56 GBP is more than line 1, which is 2.55 GBP");
    }

    @Test
    void more_off_the_basket_than_is_left_of_it_is_refused() {
        assertThat(refused(List.of(discounted("1", off(200))), List.of(off(56))))
                .isEqualTo("a discount of 0.56 GBP is more than the basket, which is 0.55 GBP");
    }

    @Test
    void what_comes_back_brings_its_discount_back() {
        Line line = priced(List.of(discounted("-1", off(55))), List.of()).lines().getFirst();

        assertThat(line.gross()).isEqualTo(till.money(-200));
        assertThat(line.details().shares()).containsExactly(new DiscountShare(0, till.money(-55)));
    }

    @Test
    void a_basket_in_which_goods_go_both_ways_has_discounts_on_its_lines_only() {
        assertThat(refused(List.of(line("BOOK", "1"), line("85123A", "-1")), List.of(percent(10))))
                .contains("give the discount on its lines");
    }

    @Test
    void a_sale_keeps_its_discounts_and_the_lines_that_were_taken_out() {
        Basket basket =
                new Basket(
                        List.of(discounted("1", percent(10))),
                        List.of(till.tender(TenderType.CASH, 229)),
                        till.money(229),
                        new Basket.Extras(List.of(), new VoidedLines(2, till.money(1_254)), ""));

        RetailTransaction sold =
                (RetailTransaction)
                        till.recordedEvent(new Ask.Sell(newId(), TillAtWork.OPERATOR, basket));

        assertThat(sold.total()).isEqualTo(till.money(229));
        assertThat(sold.details().discounts())
                .containsExactly(new Discount(Discount.Kind.LINE, "worn", 100_000, till.money(26)));
        assertThat(sold.details().voided()).isEqualTo(new VoidedLines(2, till.money(1_254)));
    }

    @Test
    void the_same_id_with_another_discount_is_another_command() {
        Basket plain =
                new Basket(
                        List.of(line("85123A", "1")),
                        List.of(till.tender(TenderType.CASH, 255)),
                        null);
        Ask.Sell sale = new Ask.Sell(newId(), TillAtWork.OPERATOR, plain);
        till.recorded(sale);
        Basket discounted =
                new Basket(
                        plain.lines(),
                        plain.tenders(),
                        null,
                        new Basket.Extras(List.of(percent(10)), null, ""));

        Decision decision = till.decide(new Ask.Sell(sale.id(), sale.operator(), discounted));

        assertThat(decision).isInstanceOf(Decision.Conflict.class);
        assertThat(till.decide(sale)).isInstanceOf(Decision.Repeated.class);
    }

    /** Whatever is taken off: it is shared out to the unit, each line's VAT is of what is left. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void discounts_are_shared_out_to_the_last_unit_and_nothing_falls_below_zero(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            boolean back = random.nextInt(4) == 0;
            List<BasketLine> asked = lines(random, back);

            Pricing.Result.Priced priced = priced(asked, discounts(random));

            checkLines(priced, back);
            checkShares(priced);
        }
    }

    private static void checkLines(Pricing.Result.Priced priced, boolean back) {
        for (Line line : priced.lines()) {
            assertThat(line.gross().isNegative()).isEqualTo(back && !line.gross().isZero());
            assertThat(line.taxAmount()).isEqualTo(line.tax().rate().includedIn(line.gross()));
            Money shares =
                    Money.sum(TillAtWork.GBP, line.details().shares(), DiscountShare::amount);
            assertThat(line.gross().plus(shares))
                    .isEqualTo(line.price().times(line.quantity(), TillAtWork.GBP));
        }
    }

    private static void checkShares(Pricing.Result.Priced priced) {
        for (int i = 0; i < priced.discounts().size(); i++) {
            int discount = i;
            Money shared =
                    Money.sum(
                            TillAtWork.GBP,
                            priced.lines().stream()
                                    .flatMap(line -> line.details().shares().stream())
                                    .filter(share -> share.discount() == discount)
                                    .toList(),
                            DiscountShare::amount);
            assertThat(shared).isEqualTo(priced.discounts().get(i).amount());
        }
    }

    private static List<BasketLine> lines(SplittableRandom random, boolean back) {
        List<BasketLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            String article = List.of("85123A", "BOOK", "CHEESE").get(random.nextInt(3));
            BigDecimal quantity =
                    article.equals("CHEESE")
                            ? BigDecimal.valueOf(1 + random.nextInt(5_000), 3)
                            : BigDecimal.valueOf(1 + random.nextInt(5));
            lines.add(
                    new BasketLine(
                            TillAtWork.named(article),
                            new Quantity(back ? quantity.negate() : quantity, Unit.PIECE),
                            null,
                            null,
                            random.nextBoolean() ? null : percent(1 + random.nextInt(100)),
                            ""));
        }
        return lines;
    }

    private static List<AskedDiscount> discounts(SplittableRandom random) {
        List<AskedDiscount> discounts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) discounts.add(percent(1 + random.nextInt(100)));
        return discounts;
    }

    private Pricing.Result.Priced priced(List<BasketLine> lines, List<AskedDiscount> discounts) {
        return till.priced(
                new Basket(lines, List.of(), null, new Basket.Extras(discounts, null, "")));
    }

    private String refused(List<BasketLine> lines, List<AskedDiscount> discounts) {
        return switch (new Pricing(TillAtWork.catalogue(), TillAtWork.GBP)
                .price(lines, discounts)) {
            case Pricing.Result.Unsaleable(Refusal refusal) -> refusal.why();
            case Pricing.Result.Priced _ -> throw new AssertionError("was not refused");
        };
    }

    private BasketLine discounted(String quantity, @Nullable AskedDiscount discount) {
        return new BasketLine(
                TillAtWork.named("85123A"),
                Quantity.of(quantity, Unit.PIECE),
                null,
                null,
                discount,
                "");
    }

    private static AskedDiscount percent(int percent) {
        return AskedDiscount.ofRate(percent * 10_000, "worn");
    }

    private AskedDiscount off(long minor) {
        return AskedDiscount.of(till.money(minor), "worn");
    }
}
