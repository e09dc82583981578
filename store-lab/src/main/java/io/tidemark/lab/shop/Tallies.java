package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often something out of the ordinary was done, by its kind, and for how much: as it was asked
 * for, or as a tier has it.
 */
public record Tallies(SortedMap<String, Tally> kinds) {
    public static final Tallies NONE = new Tallies(new TreeMap<>());

    public Tallies {
        kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    }

    /**
     * @param minor in the store's currency; zero where the kind has no amount
     */
    public record Tally(long count, long minor) {
        Tally plus(Tally other) {
            return new Tally(count + other.count, Math.addExact(minor, other.minor));
        }
    }

    /** One of a kind, without an amount. */
    public static Tallies one(String kind) {
        return of(kind, 1, 0);
    }

    /** Nothing where nothing is counted. */
    public static Tallies of(String kind, long count, long minor) {
        return count == 0
                ? NONE
                : new Tallies(new TreeMap<>(Map.of(kind, new Tally(count, minor))));
    }

    /** Of a list of tallies as devices, store Zs and head office tell them. */
    public static Tallies of(JsonNode list) {
        Tallies all = NONE;
        for (JsonNode one : list)
            all =
                    all.plus(
                            of(
                                    one.path("kind").asText(),
                                    one.path("count").asLong(),
                                    one.path("amount").path("minor").asLong()));
        return all;
    }

    public static Tallies sum(Collection<Tallies> parts) {
        return parts.stream().reduce(NONE, Tallies::plus);
    }

    public Tallies plus(Tallies other) {
        SortedMap<String, Tally> both = new TreeMap<>(kinds);
        other.kinds.forEach((kind, tally) -> both.merge(kind, tally, Tally::plus));
        return new Tallies(both);
    }

    public ObjectNode toJson() {
        ObjectNode json = NodeApi.JSON.createObjectNode();
        kinds.forEach((kind, tally) ->
                json.putObject(kind).put("count", tally.count()).put("minor", tally.minor()));
        return json;
    }
}
