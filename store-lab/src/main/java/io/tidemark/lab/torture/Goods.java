package io.tidemark.lab.torture;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Expected;
import io.tidemark.lab.shop.Scripted.Kind;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * What somebody does with a handheld next, by chance. Each handheld of a store counts articles of
 * its own, so that which count was the last is what it was told last, whatever clocks say.
 */
final class Goods {
    private static final int LINES_MAX = 8;
    private static final int QUANTITY_MAX = 40;

    private final int index;
    private final int of;
    private final Random random;

    /**
     * @param index which handheld of its store it is, from 0
     * @param of how many there are
     */
    Goods(int index, int of, Random random) {
        this.index = index;
        this.of = of;
        this.random = random;
    }

    static boolean is(Kind kind) {
        return switch (kind) {
            case DELIVERY, WASTE, TRANSFER_OUT, TRANSFER_IN, STOCK_COUNT, SHELF_PRICE -> true;
            default -> false; // what is done at a till
        };
    }

    Scripted next() {
        ObjectNode body = Baskets.body();
        return switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                    goods(Kind.DELIVERY, "deliveries", body.put("supplier", "Wholesale Ltd"));
            case 3 -> goods(Kind.WASTE, "waste", body.put("reason", "broken"));
            case 4 -> goods(Kind.TRANSFER_OUT, "transfers-out", body.put("store", "warehouse"));
            case 5 ->
                    goods(
                            Kind.TRANSFER_IN,
                            "transfers-in",
                            body.put("store", "warehouse")
                                    .put("reference", body.path("commandId").asText()));
            default -> counted(body.put("reference", "shelves"));
        };
    }

    private Scripted goods(Kind kind, String path, ObjectNode body) {
        ArrayNode lines = body.putArray("lines");
        for (int i = 1 + random.nextInt(LINES_MAX); i > 0; i--)
            line(lines, random.nextInt(Baskets.ARTICLES), 1 + random.nextInt(QUANTITY_MAX));
        return scripted(kind, path, body);
    }

    /** An article stands once in a count. */
    private Scripted counted(ObjectNode body) {
        ArrayNode lines = body.putArray("lines");
        Set<Integer> counted = new HashSet<>();
        for (int i = 1 + random.nextInt(LINES_MAX); i > 0; i--) {
            int article = random.nextInt(Baskets.ARTICLES / of) * of + index;
            if (counted.add(article)) line(lines, article, random.nextInt(QUANTITY_MAX));
        }
        return scripted(Kind.STOCK_COUNT, "counts", body);
    }

    private static void line(ArrayNode lines, int article, int quantity) {
        lines.addObject()
                .put("plu", Baskets.plu(article))
                .put("quantity", String.valueOf(quantity));
    }

    private static Scripted scripted(Kind kind, String path, ObjectNode body) {
        return new Scripted(
                kind, Instant.EPOCH, "/api/v1/stock/" + path, body, Expected.NOTHING, "");
    }
}
