package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.GBP;
import static io.tidemark.edge.record.TillAtWork.catalogue;
import static io.tidemark.edge.record.TillAtWork.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTest {
    @Test
    void a_line_takes_price_department_and_tax_from_the_catalogue() {
        Line line = priced(line("85123A", "6"));

        assertThat(line.gross().minor()).isEqualTo(1530);
        assertThat(line.taxAmount().minor()).isEqualTo(255);
        assertThat(line.net().minor()).isEqualTo(1275);
        assertThat(line.origin()).isEqualTo(PriceOrigin.CATALOGUE);
        assertThat(line.department()).isEqualTo("GIFTS");
    }

    @Test
    void an_article_is_found_by_its_GTIN() {
        var byGtin = new BasketLine.Named(null, "5012345678900", null, null, null);

        Line line = priced(new BasketLine(byGtin, Quantity.pieces(1), null, null));

        assertThat(line.plu()).isEqualTo("85123A");
    }

    @Test
    void an_entered_price_is_marked_as_entered_unless_it_is_the_catalogues() {
        assertThat(priced(line("85123A", "1", "2.10")).origin()).isEqualTo(PriceOrigin.ENTERED);
        assertThat(priced(line("85123A", "1", "2.550")).origin()).isEqualTo(PriceOrigin.CATALOGUE);
    }

    @ParameterizedTest
    @CsvSource({
        "GBP, 1.5, 0.333333, 50",
        "GBP, 0.5, 0.01, 1",
        "GBP, -0.5, 0.01, -1",
        "GBP, -3, 1.005, -302",
        "KRW, 3, 1250.5, 3752",
        "KWD, 0.333, 1.0005, 333",
        "GBP, 7, 0, 0"
    })
    void an_amount_is_rounded_once_and_half_away_from_zero(
            String currency, String quantity, String price, long minor) {
        BasketLine asked =
                new BasketLine(
                        TillAtWork.named("CHEESE"),
                        Quantity.of(quantity, Unit.KILOGRAM),
                        UnitPrice.of(price),
                        null);

        var result = new Pricing(catalogue(), new CurrencyCode(currency)).price(List.of(asked));

        assertThat(linesOf(result).getFirst().gross().minor()).isEqualTo(minor);
    }

    @Test
    void a_quantity_is_in_the_articles_own_unit_where_none_is_said() {
        assertThat(priced(line("CHEESE", "0.5")).quantity())
                .isEqualTo(Quantity.of("0.5", Unit.KILOGRAM));
    }

    @Test
    void part_of_a_piece_is_not_sold() {
        var result = new Pricing(catalogue(), GBP).price(List.of(line("BOOK", "0.5")));

        assertThat(((Pricing.Result.Unsaleable) result).refusal().why())
                .isEqualTo(
                        "line 1: 0.5 is part of a piece, and this goes by whole pieces: check the quantity");
        assertThat(priced(line("BOOK", "2.0")).quantity()).isEqualTo(Quantity.pieces(2));
    }

    @Test
    void part_of_a_piece_comes_back_only_where_a_receipt_has_one() {
        OriginalLine original = new OriginalLine("s001", "Till 1", LocalDate.of(2010, 12, 1), 1, 1);
        Line whole = priced(line("BOOK", "2"));
        Line part =
                Line.priced(
                        new Line.Article(
                                whole.plu(),
                                whole.gtin(),
                                whole.description(),
                                whole.department(),
                                whole.tax()),
                        whole.price(),
                        whole.origin(),
                        Quantity.of("1.5", Unit.PIECE),
                        GBP);

        assertThat(comingBack(original, part, "-0.5")).isInstanceOf(Pricing.Result.Priced.class);
        assertThat(
                        ((Pricing.Result.Unsaleable) comingBack(original, whole, "-0.5"))
                                .refusal()
                                .why())
                .contains("-0.5 is part of a piece");
    }

    private static Pricing.Result comingBack(OriginalLine original, Line sold, String quantity) {
        BasketLine asked =
                new BasketLine(
                        TillAtWork.named("BOOK"),
                        Quantity.of(quantity, Unit.PIECE),
                        null,
                        original);
        return new Pricing(catalogue(), GBP, Map.of(original.key(), new Found.Sold(sold, 0, 0, "")))
                .price(List.of(asked));
    }

    @Test
    void a_quantity_in_another_unit_is_refused() {
        BasketLine litres =
                new BasketLine(
                        TillAtWork.named("CHEESE"), Quantity.of("1", Unit.LITRE), null, null);

        assertThat(refused(catalogue(), litres).why())
                .contains("line 1: it is sold in KGM, not in LTR");
    }

    @Test
    void an_unknown_article_is_refused_with_its_line_and_what_to_do() {
        Refusal refusal = refused(catalogue(), line("85123A", "1"), line("NOPE", "1"));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNKNOWN_ARTICLE);
        assertThat(refusal.why())
                .startsWith("line 2: no article has the code 'NOPE'")
                .contains("check the code");
    }

    @Test
    void what_has_no_code_is_sold_by_description_tax_category_and_price() {
        var named = new BasketLine.Named(null, null, "Repair", null, "S");

        Line line = priced(new BasketLine(named, Quantity.pieces(1), UnitPrice.of("12"), null));

        assertThat(line.plu()).isEqualTo(Naming.OPEN_ITEM);
        assertThat(line.taxAmount().minor()).isEqualTo(200);
    }

    @Test
    void before_any_master_data_nothing_can_be_sold_because_no_tax_rate_is_known() {
        var named = new BasketLine.Named(null, null, "Repair", null, "S");
        BasketLine asked = new BasketLine(named, Quantity.pieces(1), UnitPrice.of("12"), null);

        assertThat(refused(CatalogueInMemory.empty(), asked).why())
                .contains("no tax category 'S'")
                .contains("connect it to its gateway once");
    }

    @Test
    void an_amount_beyond_63_bits_is_refused() {
        Refusal refusal = refused(catalogue(), line("BOOK", "999999999999999", "999999999999999"));

        assertThat(refusal.why())
                .isEqualTo("line 1: quantity × price is beyond what can be recorded");
    }

    private static Line priced(BasketLine asked) {
        return linesOf(new Pricing(catalogue(), GBP).price(List.of(asked))).getFirst();
    }

    private static List<Line> linesOf(Pricing.Result result) {
        return switch (result) {
            case Pricing.Result.Priced(var lines, var _, long _, var _) -> lines;
            case Pricing.Result.Unsaleable(Refusal refusal) ->
                    throw new AssertionError(refusal.why());
        };
    }

    private static Refusal refused(Catalogue catalogue, BasketLine... asked) {
        return switch (new Pricing(catalogue, GBP).price(List.of(asked))) {
            case Pricing.Result.Unsaleable(Refusal refusal) -> refusal;
            case Pricing.Result.Priced _ -> throw new AssertionError("was priced");
        };
    }
}
