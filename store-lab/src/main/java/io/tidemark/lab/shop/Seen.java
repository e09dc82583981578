package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A receipt as a tier has it. */
public record Seen(
        String device,
        String commandId,
        String kind,
        long number,
        String receiptId,
        int lines,
        long grossMinor) {
    public static List<Seen> listed(JsonNode answer, String deviceIfUnnamed) {
        JsonNode list = answer.isArray() ? answer : answer.path("receipts");
        List<Seen> seen = new ArrayList<>();
        for (JsonNode receipt : list)
            if (isOfGoods(receipt)) seen.add(of(receipt, deviceIfUnnamed));
        return seen;
    }

    /** Not that of an exchange of currencies, which is told by its own figures. */
    private static boolean isOfGoods(JsonNode receipt) {
        return Arrays.stream(Scripted.Kind.values())
                .filter(Scripted.Kind::isReceipt)
                .anyMatch(kind -> kind.name().equals(receipt.path("kind").asText()));
    }

    private static Seen of(JsonNode receipt, String deviceIfUnnamed) {
        return new Seen(
                receipt.path("device").asText(deviceIfUnnamed),
                receipt.path("commandId").asText(),
                receipt.path("kind").asText(),
                receipt.path("number").asLong(),
                receipt.path("id").asText(),
                receipt.path("lines").asInt(),
                receipt.path("grossMinor").asLong());
    }

    /** Whether it says what the driver was told. */
    public boolean agreesWith(Told told) {
        return device.equals(told.origin().device())
                && kind.equals(told.kind().name())
                && number == told.number()
                && receiptId.equals(told.receiptId())
                && lines == told.lines()
                && grossMinor == told.grossMinor();
    }
}
