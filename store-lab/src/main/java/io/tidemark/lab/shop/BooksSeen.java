package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    private static final Set<String> EARNED = Set.of(SALES, VAT_PAYABLE);

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

    /** Net sales of all departments and VAT payable, rate by rate. */
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
            case SALES -> VatFigures.of(rate, new VatFigures.Vat(minor, 0, minor));
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
     * What is wrong with them: they must be even, and have earned what the store took, VAT
     * included.
     *
     * @param grossMinor by the store Z
     * @param currency the store's
     */
    List<String> differences(String store, long grossMinor, String currency) {
        List<String> differences = new ArrayList<>();
        if (!isEven()) differences.add("the books of " + store + " are not even: " + balance);
        long earned = -posted(EARNED, currency);
        if (earned != grossMinor)
            differences.add(
                    "the books of "
                            + store
                            + " have sales and VAT of "
                            + earned
                            + " where it took "
                            + grossMinor);
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
