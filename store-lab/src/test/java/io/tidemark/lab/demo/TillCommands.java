package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.NodeApi;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.UUID;

/** Commands as a till program sends them; who works at the device is who is signed on. */
final class TillCommands {
    private static final int ASKED_MAX = 5;

    private TillCommands() {}

    static ObjectNode command() {
        return NodeApi.JSON.createObjectNode().put("commandId", UUID.randomUUID().toString());
    }

    /** Where nobody is signed on: by whom it is said. */
    static ObjectNode commandBy(String operator) {
        return command().put("operator", operator);
    }

    /** A basket of one line. */
    static ObjectNode line(String plu, String quantity) {
        ObjectNode body = command();
        body.putArray("lines").addObject().put("plu", plu).put("quantity", quantity);
        return body;
    }

    static ObjectNode first(ObjectNode body) {
        return (ObjectNode) body.path("lines").path(0);
    }

    static ObjectNode paid(ObjectNode body, long minor) {
        body.putArray("tenders").addObject().put("type", "CASH").set("amount", money(minor));
        return body;
    }

    static ObjectNode money(long minor) {
        return NodeApi.JSON.createObjectNode().put("minor", minor).put("currency", "GBP");
    }

    /** With the same id again, as a till program does where a busy machine is slow to answer. */
    private static NodeApi.Answer asked(LabTill device, String what, ObjectNode body)
            throws IOException {
        for (int asked = 1; ; asked++) {
            try {
                return device.api().post("/api/v1/" + what, body);
            } catch (HttpTimeoutException slow) {
                if (asked == ASKED_MAX) throw slow;
            }
        }
    }

    static JsonNode done(LabTill device, String what, ObjectNode body) throws IOException {
        NodeApi.Answer answer = asked(device, what, body);
        assertThat(answer.isDone()).as(what + ": " + answer.problem()).isTrue();
        return answer.body();
    }

    /** Refused, and says why. */
    static void refused(LabTill device, String what, ObjectNode body, String why)
            throws IOException {
        NodeApi.Answer answer = asked(device, what, body);
        assertThat(answer.isDone()).as(what + " is refused").isFalse();
        assertThat(answer.problem()).contains(why);
    }
}
