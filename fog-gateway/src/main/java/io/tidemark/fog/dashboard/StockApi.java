package io.tidemark.fog.dashboard;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.tidemark.fog.stock.Goods;
import io.tidemark.fog.stock.Goods.Which;
import io.tidemark.fog.stock.OnHand;
import io.tidemark.fog.stock.Worth;
import io.tidemark.node.web.Amount;
import io.tidemark.node.web.Refusal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goods on hand, for programs of this machine. */
@Controller("/api/v1")
final class StockApi {
    private static final int LIMIT_USUAL = 100;
    private static final int LIMIT_MAX = 1_000;
    private static final int WORDS_MAX = 100;

    private final StockView stock;

    StockApi(StockView stock) {
        this.stock = stock;
    }

    /**
     * What is on hand, by article code.
     *
     * @param q in the code, the GTIN or the name
     * @param show all, negative, counted, or variance (whose last count was off)
     */
    @Get("/stock")
    StockTold.Page stock(
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String show,
            @QueryValue @Nullable Integer from,
            @QueryValue @Nullable Integer limit) {
        Goods goods = stock.goods();
        Worth worth = stock.worth();
        List<OnHand> found = goods.matching(words(q), which(show));
        int begin = within(from == null ? 0 : from, 0, Integer.MAX_VALUE, "from");
        int most = within(limit == null ? LIMIT_USUAL : limit, 1, LIMIT_MAX, "limit");
        int first = Math.min(begin, found.size());
        int end = (int) Math.min(found.size(), (long) first + most);
        return new StockTold.Page(
                found.size(),
                first,
                end < found.size() ? end : null,
                found.subList(first, end).stream()
                        .map(one -> StockTold.Item.of(one, goods, worth))
                        .toList(),
                goods.negative(),
                Amount.of(worth.atLastCloseDown()));
    }

    /** One for each unit the article moved in. */
    @Get("/stock/{plu}")
    List<StockTold.Item> article(@PathVariable String plu) {
        Goods goods = stock.goods();
        Worth worth = stock.worth();
        return stock.of(plu).stream().map(one -> StockTold.Item.of(one, goods, worth)).toList();
    }

    /**
     * What moved of an article on a day and what was counted, the newest first; of the current day
     * if none is given.
     */
    @Get("/stock/{plu}/movements")
    List<StockTold.Movement> movements(@PathVariable String plu, @QueryValue @Nullable String day) {
        return stock.happened(plu, stock.dayOf(day)).stream()
                .map(one -> StockTold.Movement.of(one, stock.store()))
                .toList();
    }

    /** What moved and was counted on a day, as far as it has arrived. */
    @Get("/days/{day}/stock")
    StockTold.Day day(@PathVariable String day) {
        LocalDate wanted = GatewayApi.parsed(day);
        return StockTold.Day.of(stock.day(wanted), stock.flows(wanted));
    }

    /** Shelves that showed another price than the catalogue's: labels to print. */
    @Get("/shelf-prices")
    List<StockTold.WrongShelf> wrongShelves() {
        return stock.wrongShelves().stream().map(StockTold.WrongShelf::of).toList();
    }

    static String words(@Nullable String q) {
        if (q == null) return "";
        if (q.length() > WORDS_MAX)
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "search for at most " + WORDS_MAX + " characters, not " + q.length());
        return q;
    }

    static Which which(@Nullable String show) {
        if (show == null || show.isBlank()) return Which.ALL;
        return Arrays.stream(Which.values())
                .filter(which -> which.name().equalsIgnoreCase(show))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                HttpStatus.BAD_REQUEST,
                                "show is one of "
                                        + Arrays.stream(Which.values())
                                                .map(Which::name)
                                                .map(name -> name.toLowerCase(Locale.ROOT))
                                                .collect(Collectors.joining(", "))
                                        + ", not '"
                                        + show
                                        + "'"));
    }

    static int within(int value, int least, int most, String name) {
        if (value >= least && value <= most) return value;
        throw new Refusal(
                HttpStatus.BAD_REQUEST,
                name + " is from " + least + " to " + most + ", not " + value);
    }
}
