package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.process.NodeFailed;
import io.tidemark.lab.shop.NodeApi.Answer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;

/** Closes stores down, and sees to it that head office has what they closed. */
public final class ClosingTime {
    private static final String MANAGER = "manager";
    private static final int CONFLICT = 409;

    private final Laboratory laboratory;
    private final LocalDate day;

    public ClosingTime(Laboratory laboratory, LocalDate day) {
        this.laboratory = laboratory;
        this.day = day;
    }

    /**
     * Asks the gateway to close the day until nothing blocks it any more; always with the same
     * command id.
     */
    public void closeDown(LabStore store) {
        ObjectNode command =
                NodeApi.JSON
                        .createObjectNode()
                        .put("commandId", UUID.randomUUID().toString())
                        .put("operator", MANAGER);
        command.putArray("without");
        Patience.until(
                store.name() + " to have everything for its close-down",
                () -> isClosed(store, command));
    }

    private boolean isClosed(LabStore store, ObjectNode command) {
        try {
            Answer answer = store.gatewayApi().post("/api/v1/days/" + day + "/close-down", command);
            if (answer.isDone()) return true;
            if (answer.status() == CONFLICT || answer.status() >= 500) return false;
            throw new LabFailed(store.name() + " refused to close down: " + answer.problem());
        } catch (IOException | NodeFailed unanswered) {
            return false;
        }
    }

    /** Until every store's close-down is filed at head office and nothing waits to be forwarded. */
    public void awaitFiled() {
        for (LabStore store : laboratory.stores()) {
            Patience.until(
                    "head office to file the close-down of " + store.name(), () -> isFiled(store));
            Patience.until(
                    store.name() + " to have forwarded everything", () -> unforwarded(store) == 0);
        }
    }

    /** Entries of the store journal that head office has not marked yet. */
    public static long unforwarded(LabStore store) {
        JsonNode forwarding = store.gatewayApi().get("/api/v1/forwarding");
        return forwarding.path("unsent").asLong(-1);
    }

    private boolean isFiled(LabStore store) {
        JsonNode filed =
                laboratory.headOfficeApi().get("/api/v1/stores/" + store.name() + "/days/" + day);
        return !filed.path("closeDowns").isEmpty();
    }
}
