package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.retail.HouseGoods;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A line of goods that a device said it recorded.
 *
 * @param flow as close-downs name it
 * @param plu the article's code
 * @param thousandths of a piece; never negative, the flow says which way, but for what is sold less
 *     than nothing
 */
public record GoodsTold(Told.Origin origin, String flow, String plu, long thousandths) {
    /** What is sold by its price alone: no article, hence no stock. */
    public static final String OPEN_ITEM = "OPEN";

    public static final String COUNTED = "COUNTED";

    /** What is sold besides goods has no stock. */
    private static final Set<String> NO_GOODS = Set.of(HouseGoods.BOTTLE, HouseGoods.GIFT_CARD);

    private static final int PLACES = 3;

    /** What this step does to the goods once it is recorded. */
    public static List<GoodsTold> of(Told.Origin origin, Scripted step) {
        List<GoodsTold> goods = new ArrayList<>();
        if (step.kind().flow().isEmpty()) return goods;
        step.effect().undoes().ifPresent(sale -> goods.addAll(undone(origin, sale)));
        for (JsonNode line : step.body().path("lines")) {
            if (NO_GOODS.contains(line.path("plu").asText())) continue;
            BigDecimal quantity = new BigDecimal(line.path("quantity").asText());
            long thousandths = quantity.movePointRight(PLACES).longValueExact();
            String flow =
                    step.kind().isReceipt() && thousandths < 0 ? "RETURNED" : step.kind().flow();
            goods.add(
                    new GoodsTold(origin, flow, line.path("plu").asText(), Math.abs(thousandths)));
        }
        return goods;
    }

    /** As if less than nothing had been sold: so a post-void is told everywhere. */
    private static List<GoodsTold> undone(Told.Origin origin, Scripted sale) {
        return of(origin, sale).stream()
                .map(one -> new GoodsTold(origin, one.flow(), one.plu(), -one.thousandths()))
                .toList();
    }

    /** What it adds to the stock. */
    public long added() {
        return sign(flow) * thousandths;
    }

    public boolean isArticle() {
        return !plu.equals(OPEN_ITEM);
    }

    static long sign(String flow) {
        return switch (flow) {
            case "DELIVERY", "TRANSFER_IN", "RETURNED" -> 1;
            case "SOLD", "WASTE", "TRANSFER_OUT" -> -1;
            case COUNTED -> 0;
            default -> throw new LabFailed("goods went a way that is not known: " + flow);
        };
    }
}
