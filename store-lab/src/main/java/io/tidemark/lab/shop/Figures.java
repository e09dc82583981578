package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** What a tier's receipts come to. */
public record Figures(long transactions, long lines, long grossMinor) {
    public static Figures of(List<Seen> receipts) {
        return new Figures(
                receipts.size(),
                receipts.stream().mapToLong(Seen::lines).sum(),
                receipts.stream().mapToLong(Seen::grossMinor).reduce(0, Math::addExact));
    }

    public static Figures ofTold(List<Told> receipts) {
        return new Figures(
                receipts.size(),
                receipts.stream().mapToLong(Told::lines).sum(),
                receipts.stream().mapToLong(Told::grossMinor).reduce(0, Math::addExact));
    }

    public static Figures sum(Collection<Figures> parts) {
        return new Figures(
                parts.stream().mapToLong(Figures::transactions).sum(),
                parts.stream().mapToLong(Figures::lines).sum(),
                parts.stream().mapToLong(Figures::grossMinor).reduce(0, Math::addExact));
    }

    public ObjectNode toJson() {
        return NodeApi.JSON
                .createObjectNode()
                .put("transactions", transactions)
                .put("lines", lines)
                .put("grossMinor", grossMinor);
    }
}
