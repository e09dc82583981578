package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A store's books at head office, posted by the rules that come with the program.
 *
 * @param balance its trial balance
 * @param postings those of the day
 */
public record BooksSeen(JsonNode balance, JsonNode postings) {
    /** Of a store that was not asked for. */
    public static final BooksSeen NONE =
            new BooksSeen(MissingNode.getInstance(), MissingNode.getInstance());

    private static final String SALES = "4000";
    private static final String VAT_PAYABLE = "2200";

    private static final String GIFT_CARDS = "2300";
    private static final String DEPOSITS = "2400";
    private static final String TIPS = "2500";
    private static final String ROUNDING = "6050";
    private static final String COMMISSION = "4900";
    private static final String MARGIN = "4910";
    private static final String REVALUATION = "4920";

    /** All that receipts came to. */
    private static final Set<String> CHARGED =
            Set.of(SALES, VAT_PAYABLE, GIFT_CARDS, DEPOSITS, TIPS, ROUNDING);

    private static final Set<String> NO_TURNOVER = Set.of("GIFT_CARD", "TIP", "ROUNDING");

    private static final Set<String> COST_OF_GOODS_SOLD = Set.of("5000");

    /** What all accounts together come to, by currency: zero in each. */
    public Map<String, Long> sums() {
        Map<String, Long> sums = new TreeMap<>();
        for (JsonNode currency : balance.path("currencies"))
            for (JsonNode account : currency.path("accounts")) {
                JsonNode amount = account.path("balance");
                sums.merge(
                        amount.path("currency").asText(),
                        amount.path("minor").asLong(),
                        Math::addExact);
            }
        return sums;
    }

    /** What the goods that were sold had stood in the books for, less those that came back. */
    public long costOfGoodsSold(String currency) {
        return posted(COST_OF_GOODS_SOLD, currency);
    }

    /** Whether a line of a receipt is of goods or their containers. */
    static boolean isTurnover(JsonNode line) {
        return !NO_TURNOVER.contains(line.path("kind").asText());
    }

    /** Net sales of all departments, deposits and VAT payable, rate by rate. */
    public VatFigures vat(String currency) {
        return VatFigures.sum(
                lines(currency).map(BooksSeen::vat).filter(vat -> !vat.rates().isEmpty()).toList());
    }

    /** Sales name their department before the rate. */
    private static VatFigures vat(JsonNode line) {
        String detail = line.path("detail").asText();
        String rate = detail.replaceFirst("^.*, ", "");
        long minor = -line.path("amount").path("minor").asLong();
        return switch (line.path("account").path("code").asText()) {
            case SALES, DEPOSITS -> VatFigures.of(rate, new VatFigures.Vat(minor, 0, minor));
            case VAT_PAYABLE -> VatFigures.of(rate, new VatFigures.Vat(0, minor, minor));
            default -> VatFigures.NONE;
        };
    }

    public ObjectNode toJson(String currency) {
        ObjectNode json = NodeApi.JSON.createObjectNode().put("even", isEven());
        ObjectNode trial = json.putObject("trialBalanceMinor");
        sums().forEach(trial::put);
        json.set("vat", vat(currency).toJson());
        return json.put("costOfGoodsSoldMinor", costOfGoodsSold(currency));
    }

    /** Debits and credits are equal in every currency, and nothing stands on what clears. */
    public boolean isEven() {
        return balance.path("even").asBoolean()
                && sums().values().stream().allMatch(sum -> sum == 0);
    }

    /**
     * What the driver says that they must have.
     *
     * @param grossMinor by the store Z
     * @param money of the whole store
     */
    record Told(long grossMinor, MoneyFigures money, MoneyFigures positions) {
        private long line(String kind) {
            return money.amount(MoneyFigures.LINES + kind, "gross");
        }

        private long redeemed(String currency) {
            return money.amount("GIFT_CARD " + currency, "sales");
        }

        private long commission() {
            return money.rows().entrySet().stream()
                    .filter(row -> row.getKey().startsWith(MoneyFigures.EXCHANGE))
                    .mapToLong(row -> row.getValue().getOrDefault("commission", 0L))
                    .sum();
        }
    }

    /**
     * What is wrong with them: they must be even, and have all that receipts came to, what is owed
     * for gift cards and tips, and what exchanging earned, each on its own account.
     *
     * @param currency the store's
     */
    List<String> differences(String store, Told told, String currency) {
        List<String> differences = new ArrayList<>();
        if (!isEven()) differences.add("the books of " + store + " are not even: " + balance);
        Map<Set<String>, Long> should = new HashMap<>();
        should.put(CHARGED, told.grossMinor() - told.redeemed(currency));
        should.put(Set.of(GIFT_CARDS), told.line("GIFT_CARD") - told.redeemed(currency));
        should.put(Set.of(TIPS), told.line("TIP"));
        should.put(Set.of(ROUNDING), told.line("ROUNDING"));
        should.put(Set.of(COMMISSION), told.commission());
        should.put(Set.of(MARGIN), Positions.sum(told.positions(), "realised"));
        should.put(Set.of(REVALUATION), Positions.sum(told.positions(), "revaluation"));
        should.forEach((accounts, minor) -> {
            long is = -posted(accounts, currency);
            if (is != minor)
                differences.add(
                        "the books of "
                                + store
                                + " have "
                                + is
                                + " on "
                                + new TreeSet<>(accounts)
                                + " where "
                                + minor
                                + " was told");
        });
        return differences;
    }

    private long posted(Set<String> accounts, String currency) {
        return lines(currency)
                .filter(line -> accounts.contains(line.path("account").path("code").asText()))
                .mapToLong(line -> line.path("amount").path("minor").asLong())
                .sum();
    }

    private Stream<JsonNode> lines(String currency) {
        return all(postings.path("postings"))
                .flatMap(posting -> all(posting.path("lines")))
                .filter(line -> line.path("amount").path("currency").asText().equals(currency));
    }

    private static Stream<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
