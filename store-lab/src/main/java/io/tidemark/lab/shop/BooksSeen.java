package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A store's books at head office, posted by the rules that come with the program.
 *
 * @param balance its trial balance
 * @param postings those of the day
 */
record BooksSeen(JsonNode balance, JsonNode postings) {
    /** Sales and VAT payable. */
    private static final Set<String> EARNED = Set.of("4000", "2200");

    /**
     * What is wrong with them: they must be even, and have earned what the store took, VAT
     * included.
     *
     * @param grossMinor by the store Z
     * @param currency the store's
     */
    List<String> differences(String store, long grossMinor, String currency) {
        List<String> differences = new ArrayList<>();
        if (!balance.path("even").asBoolean())
            differences.add("the books of " + store + " are not even: " + balance);
        long earned =
                -all(postings.path("postings"))
                        .flatMap(posting -> all(posting.path("lines")))
                        .filter(line -> EARNED.contains(line.path("account").path("code").asText()))
                        .map(line -> line.path("amount"))
                        .filter(amount -> amount.path("currency").asText().equals(currency))
                        .mapToLong(amount -> amount.path("minor").asLong())
                        .sum();
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

    private static Stream<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
