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

    /** Sales and VAT payable. */
    private static final Set<String> EARNED = Set.of("4000", "2200");

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

    public ObjectNode toJson(String currency) {
        ObjectNode json = NodeApi.JSON.createObjectNode().put("even", isEven());
        ObjectNode trial = json.putObject("trialBalanceMinor");
        sums().forEach(trial::put);
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
        return all(postings.path("postings"))
                .flatMap(posting -> all(posting.path("lines")))
                .filter(line -> accounts.contains(line.path("account").path("code").asText()))
                .map(line -> line.path("amount"))
                .filter(amount -> amount.path("currency").asText().equals(currency))
                .mapToLong(amount -> amount.path("minor").asLong())
                .sum();
    }

    private static Stream<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
