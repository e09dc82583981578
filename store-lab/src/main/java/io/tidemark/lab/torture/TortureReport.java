package io.tidemark.lab.torture;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.shop.NodeApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The outcome for people, and as one line of JSON. */
final class TortureReport {
    private static final double MILLIS_OF_MINUTE = 60_000;

    private static final Pattern AFTER_UNDERSCORE = Pattern.compile("_(.)");

    private TortureReport() {}

    static String json(TortureOutcome outcome) {
        Tally tally = outcome.tally();
        ObjectNode json = NodeApi.JSON.createObjectNode();
        json.put("minutes", outcome.settings().harming().toMillis() / MILLIS_OF_MINUTE);
        json.put("seed", outcome.settings().seed());
        json.put("stores", outcome.settings().stores());
        json.put("tills", outcome.settings().tills());
        json.put("handhelds", outcome.settings().handhelds());
        json.put("receipts", outcome.receipts());
        json.put("goods", outcome.goods());
        json.put("postVoids", outcome.postVoids());
        json.put("resumed", outcome.resumed());
        json.put("resumedElsewhere", outcome.resumedElsewhere());
        for (Kind.Count count : Kind.Count.values()) json.put(count.field(), tally.count(count));
        json.put("unanswered", outcome.unanswered());
        json.put("refused", outcome.refused());
        json.put("lost", outcome.lost());
        json.put("twice", outcome.twice());
        ObjectNode times = json.putObject("recoveryMillis");
        tally.recoveries()
                .forEach((kind, millis) ->
                        times.putObject(name(kind))
                                .put("p50", p50(millis))
                                .put("max", millis.getLast()));
        counts(json.putObject("bitten"), tally.bitten());
        counts(json.putObject("didNotBite"), tally.missed());
        strings(json.putArray("differences"), outcome.differences());
        strings(json.putArray("mustNotBe"), tally.uncovered());
        json.put("elapsedMillis", outcome.elapsed().toMillis());
        return json.toString();
    }

    static List<String> table(TortureOutcome outcome) {
        Tally tally = outcome.tally();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("harm                 bit   did not   over it after p50 / max");
        for (Kind kind : Kind.values())
            lines.add(
                    "%-18s %5d   %7d   %s"
                            .formatted(
                                    name(kind),
                                    tally.bitten().getOrDefault(kind, 0),
                                    tally.missed().getOrDefault(kind, 0),
                                    times(tally.recoveries().getOrDefault(kind, List.of()))));
        lines.add("");
        lines.add(
                "%,d receipts, %,d times goods, %,d requests asked again, %,d refused for want of room"
                        .formatted(
                                outcome.receipts(),
                                outcome.goods(),
                                outcome.unanswered(),
                                outcome.refused()));
        lines.add(
                "%,d receipts taken back, %,d baskets taken up again, %,d of them at another till"
                        .formatted(
                                outcome.postVoids(),
                                outcome.resumed(),
                                outcome.resumedElsewhere()));
        lines.add("lost: " + outcome.lost() + "   twice: " + outcome.twice());
        outcome.differences().forEach(difference -> lines.add("DIFFERS: " + difference));
        tally.uncovered().forEach(what -> lines.add("MUST NOT BE: " + what));
        if (outcome.isGood()) lines.add("Every tier has what was told, once, and the same money.");
        return lines;
    }

    private static String times(List<Long> millis) {
        return millis.isEmpty() ? "–" : "%,d / %,d ms".formatted(p50(millis), millis.getLast());
    }

    private static long p50(List<Long> ascending) {
        return ascending.get((ascending.size() - 1) / 2);
    }

    private static void counts(ObjectNode json, Map<Kind, Integer> counts) {
        counts.forEach((kind, count) -> json.put(name(kind), count));
    }

    private static void strings(ArrayNode json, List<String> all) {
        all.forEach(json::add);
    }

    /** {@code KILL_IN_SYNC} as {@code killInSync}. */
    static String name(Kind kind) {
        return AFTER_UNDERSCORE
                .matcher(kind.name().toLowerCase(Locale.ROOT))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
