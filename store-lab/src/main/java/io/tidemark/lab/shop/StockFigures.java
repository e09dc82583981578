package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a tier has of the goods that went on a day, by the way they went. */
public record StockFigures(Map<String, Part> flows) {
    public static final StockFigures NONE = new StockFigures(Map.of());
    private static final int PLACES = 3;

    public StockFigures {
        flows = new TreeMap<>(flows);
    }

    /**
     * @param movements lines
     * @param thousandths of a piece
     */
    public record Part(long movements, long thousandths) {
        Part plus(Part other) {
            return new Part(
                    movements + other.movements, Math.addExact(thousandths, other.thousandths));
        }
    }

    public static StockFigures ofTold(Collection<GoodsTold> goods) {
        Map<String, Part> flows = new TreeMap<>();
        for (GoodsTold one : goods)
            flows.merge(one.flow(), new Part(1, one.thousandths()), Part::plus);
        return new StockFigures(flows);
    }

    /** Of a list of totals as devices, store Zs and head office tell them. */
    public static StockFigures of(JsonNode totals) {
        Map<String, Part> flows = new TreeMap<>();
        for (JsonNode total : totals)
            flows.merge(
                    total.path("flow").asText(),
                    new Part(
                            total.path("movements").asLong(),
                            new BigDecimal(total.path("quantity").asText())
                                    .movePointRight(PLACES)
                                    .longValueExact()),
                    Part::plus);
        return new StockFigures(flows);
    }

    public static StockFigures sum(List<StockFigures> parts) {
        Map<String, Part> flows = new TreeMap<>();
        for (StockFigures part : parts)
            part.flows.forEach((flow, one) -> flows.merge(flow, one, Part::plus));
        return new StockFigures(flows);
    }

    public long movements() {
        return flows.values().stream().mapToLong(Part::movements).sum();
    }

    /** What all of it adds to the stock, in thousandths. */
    public long thousandths() {
        long sum = 0;
        for (Map.Entry<String, Part> flow : flows.entrySet())
            sum += GoodsTold.sign(flow.getKey()) * flow.getValue().thousandths();
        return sum;
    }

    public String units() {
        return BigDecimal.valueOf(thousandths(), PLACES).stripTrailingZeros().toPlainString();
    }

    public ObjectNode toJson() {
        return NodeApi.JSON
                .createObjectNode()
                .put("movements", movements())
                .put("units", new BigDecimal(units()));
    }
}
