package io.tidemark.lab.shop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tier's receipts held against what the driver was told, one by one. An altered receipt counts as
 * lost, and as found twice: neither is the one that was told.
 *
 * @param lost told, but not found as told
 * @param duplicated found again, or never told
 * @param differences the first few, in words
 */
public record Matching(long lost, long duplicated, List<String> differences) {
    private static final int DIFFERENCES_MAX = 5;

    public Matching {
        differences = List.copyOf(differences);
    }

    public static Matching of(String tier, List<Told> told, List<Seen> seen) {
        Map<String, List<Seen>> byCommand = new HashMap<>();
        for (Seen one : seen)
            byCommand.computeIfAbsent(one.commandId(), _ -> new ArrayList<>()).add(one);
        List<String> differences = new ArrayList<>();
        long lost = 0;
        for (Told one : told) {
            List<Seen> found = byCommand.getOrDefault(one.commandId(), List.of());
            if (found.stream().anyMatch(receipt -> receipt.agreesWith(one))) continue;
            lost++;
            differences.add(tier + " has " + found + " where " + one + " was told");
        }
        long matched = told.size() - lost;
        long duplicated = seen.size() - matched;
        if (duplicated > 0)
            differences.add(tier + " has " + duplicated + " receipts beyond those told");
        return new Matching(
                lost,
                duplicated,
                differences.subList(0, Math.min(DIFFERENCES_MAX, differences.size())));
    }

    public boolean isTrue() {
        return lost == 0 && duplicated == 0;
    }
}
