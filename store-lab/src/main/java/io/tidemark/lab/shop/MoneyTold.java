package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.shop.MoneyFigures.Flow;
import java.util.HashMap;
import java.util.Map;

/**
 * What one device did with money, followed along command by command: by what it was asked for, and
 * of receipts by the lines and the change that it answered. So it is known what must be in a drawer
 * before anybody counts.
 */
public final class MoneyTold {
    private static final String CASH = "CASH ";

    private MoneyFigures figures = MoneyFigures.NONE;
    private MoneyFigures countedAs = MoneyFigures.NONE;
    private final Map<String, Long> counted = new HashMap<>();

    void add(Scripted step, JsonNode answer) {
        figures = figures.plus(of(step, answer));
        for (JsonNode tender : answer.path("receipt").path("tenders"))
            if (tender.hasNonNull("rate")) countedAs = countedAs.plus(base(tender));
        if (step.kind() == Scripted.Kind.COUNT)
            for (JsonNode one : step.body().path("counted"))
                counted.put(
                        one.path("tender").asText() + " " + one.path("currency").asText(),
                        one.path("minor").asLong());
    }

    /** With the last count of each drawer, and what it was off by. */
    public MoneyFigures figures() {
        MoneyFigures all = figures;
        for (String row : figures.held().keySet())
            if (!counted.containsKey(row))
                all = all.plus(MoneyFigures.of(row, MoneyFigures.UNCOUNTED, 1));
        for (Map.Entry<String, Long> one : counted.entrySet())
            all =
                    all.plus(
                            MoneyFigures.of(
                                    one.getKey(),
                                    Map.of(
                                            MoneyFigures.COUNTED,
                                            one.getValue(),
                                            MoneyFigures.OVER_SHORT,
                                            one.getValue() - figures.expected(one.getKey()))));
        return all;
    }

    /** What foreign cash came to in the store's currency where it paid for goods, by its drawer. */
    MoneyFigures countedAs() {
        return countedAs;
    }

    private static MoneyFigures base(JsonNode tender) {
        return MoneyFigures.of(
                CASH + currency(tender.path("amount")),
                Positions.COUNTED_AS,
                MoneyFigures.minor(tender, "base"));
    }

    private static MoneyFigures of(Scripted step, JsonNode answer) {
        JsonNode amount = step.body().path("amount");
        return switch (step.kind()) {
            case OPEN_DAY -> floats(step.body().path("float"));
            case LOAN -> moved(Flow.PROVIDED, amount);
            case PICKUP -> moved(Flow.PICKED_UP, amount);
            case SAFE_DROP -> moved(Flow.DROPPED, amount);
            case PAID_IN -> moved(Flow.PAID_IN, amount);
            case PAID_OUT -> moved(Flow.PAID_OUT, amount);
            case SALE, RETURN ->
                    tenders(step.body().path("tenders"), answer)
                            .plus(kinds(answer.path("receipt").path("lines")));
            case POST_VOID ->
                    undone(step, answer).plus(kinds(answer.path("receipt").path("lines")));
            case NO_SALE -> MoneyFigures.of(MoneyFigures.DRAWERS_OPENED, "times", 1);
            case EXCHANGE -> exchanged(step.effect().deal().orElseThrow(), 1);
            case EXCHANGE_UNDONE -> exchanged(step.effect().deal().orElseThrow(), -1);
            case SIGN_ON,
                    SIGN_OFF,
                    LOCK,
                    UNLOCK,
                    TRAINING,
                    SUSPEND,
                    RESUME,
                    BASKET_VOID,
                    TRAINING_SALE,
                    COPY,
                    CONFIRM_CASH,
                    DELIVERY,
                    WASTE,
                    TRANSFER_OUT,
                    TRANSFER_IN,
                    STOCK_COUNT,
                    SHELF_PRICE,
                    COUNT,
                    SETTLE,
                    CLOSE_DAY ->
                    MoneyFigures.NONE;
        };
    }

    private static MoneyFigures floats(JsonNode amounts) {
        MoneyFigures all = MoneyFigures.NONE;
        for (JsonNode amount : amounts) all = all.plus(moved(Flow.PROVIDED, amount));
        return all;
    }

    private static MoneyFigures moved(Flow flow, JsonNode amount) {
        return flow.of(CASH + currency(amount), amount.path("minor").asLong());
    }

    /** Change is always in the store's currency. */
    private static MoneyFigures tenders(JsonNode tenders, JsonNode answer) {
        MoneyFigures all = MoneyFigures.NONE;
        for (JsonNode tender : tenders) all = all.plus(tender(tender, 1));
        JsonNode change = answer.path("receipt").path("change");
        return all.plus(sales(CASH + currency(change), -change.path("minor").asLong()));
    }

    private static MoneyFigures tender(JsonNode tender, int sign) {
        JsonNode amount = tender.path("amount");
        return sales(
                tender.path("type").asText() + " " + currency(amount),
                sign * amount.path("minor").asLong());
    }

    /** What was paid by card goes back to it; the rest, change considered, is cash. */
    private static MoneyFigures undone(Scripted step, JsonNode answer) {
        MoneyFigures all = MoneyFigures.NONE;
        JsonNode total = answer.path("receipt").path("total");
        long inCash = total.path("minor").asLong();
        for (JsonNode tender : step.effect().undoes().orElseThrow().body().path("tenders")) {
            if (tender.path("type").asText().equals("CASH")) continue;
            all = all.plus(tender(tender, -1));
            inCash += tender.path("amount").path("minor").asLong();
        }
        return all.plus(sales(CASH + currency(total), inCash));
    }

    private static MoneyFigures sales(String row, long minor) {
        return MoneyFigures.of(row, "sales", minor);
    }

    private static MoneyFigures kinds(JsonNode lines) {
        MoneyFigures all = MoneyFigures.NONE;
        for (JsonNode line : lines) {
            String kind = line.path("kind").asText("GOODS");
            if (kind.equals("GOODS")) continue;
            all =
                    all.plus(
                            MoneyFigures.of(
                                    MoneyFigures.LINES + kind,
                                    Map.of(
                                            "lines", 1L,
                                            "gross", MoneyFigures.minor(line, "gross"),
                                            "tax", MoneyFigures.minor(line, "tax"))));
        }
        return all;
    }

    /**
     * @param sign whether it was exchanged, or taken back
     */
    private static MoneyFigures exchanged(Deal deal, int sign) {
        Map<String, Long> amounts =
                Map.of(
                        "count",
                        1L,
                        deal.buying() ? "bought" : "sold",
                        sign * deal.minor(),
                        deal.buying() ? "paid" : "received",
                        sign * deal.base(),
                        "commission",
                        sign * deal.commission(),
                        "spread",
                        sign * deal.spread());
        int drawer = deal.buying() ? sign : -sign;
        return MoneyFigures.of(MoneyFigures.EXCHANGE + deal.foreign(), amounts)
                .plus(Flow.EXCHANGED.of(CASH + deal.foreign(), drawer * deal.minor()))
                .plus(Flow.EXCHANGED.of(CASH + deal.own(), -drawer * deal.customer()));
    }

    private static String currency(JsonNode amount) {
        return amount.path("currency").asText();
    }
}
