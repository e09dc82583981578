package io.tidemark.lab.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.shop.LabFailed;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Scripted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

/**
 * An old copy of a till's whole disk is put back: its gateway holds more of its journal than it
 * does itself. What it sells from then on is a branch of its own, which a person approves. Done
 * when everything is compared, because those sales are told to nobody.
 */
final class OldDisk implements Harm {
    /** From the till's start, on a machine that does much else. */
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(30);

    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(30);
    private static final Duration SELLS_WITHIN = Duration.ofSeconds(20);

    /** The grant goes down to the gateway, on to the till, and its branch comes back up. */
    private static final Duration TAKEN_IN_WITHIN = Duration.ofMinutes(1);

    private final Scene scene;
    private final LabTill till;
    private final Path copy;
    private final Scripted sale = new Baskets(new Random(0)).sale();

    OldDisk(Scene scene, LabTill till) {
        this.scene = scene;
        this.till = till;
        this.copy = scene.directory().resolve("old-" + till.name().replace('/', '-'));
    }

    /** Copies the disk as it is now; the till is stopped for it, and started again. */
    void remember() {
        till.node().stop();
        Trees.copy(till.node().home(), copy);
        scene.start(till.node());
    }

    @Override
    public String what() {
        return "an old copy of the disk of " + till.name() + " put back";
    }

    @Override
    public Optional<String> bite() {
        long marked = till.status().marked();
        putBack();
        long head = Scene.status(till).head();
        String stands = "at entry " + head + ", where entry " + marked + " was marked";
        require(FOUND_WITHIN, this::isAlerted, stands + ", and no alert at the gateway");
        require(SELLS_WITHIN, this::sells, "found, and the till no longer sells");
        require(
                SHOWN_WITHIN,
                () -> fork(scene.store().gatewayApi()).isPresent(),
                "found, and what it sold since is not shown at the gateway");
        require(
                SHOWN_WITHIN,
                () -> fork(headOffice()).isPresent(),
                "found, and what it sold since is not shown at head office");
        require(SHOWN_WITHIN, this::isApproved, "shown, and head office does not grant an epoch");
        require(TAKEN_IN_WITHIN, this::isTakenIn, "granted, and its branch is not taken in");
        return Optional.of(
                stands
                        + ": FORKED at the gateway, the till sold on, both branches were shown there"
                        + " and at head office, and once approved its branch was taken in once");
    }

    private void putBack() {
        LabNode node = till.node();
        node.stop();
        Trees.empty(node.home());
        Trees.copy(copy, node.home());
        Trees.delete(copy);
        scene.start(node);
    }

    private void require(Duration within, BooleanSupplier condition, String otherwise) {
        if (!Scene.soon(within, condition)) throw new HarmUncovered(what() + ": " + otherwise);
    }

    @Override
    public void heal() {
        // It was approved; nothing is left of it.
    }

    private boolean isAlerted() {
        return scene.store()
                .gatewayApi()
                .get("/api/v1/alerts")
                .findValuesAsText("kind")
                .contains("FORKED");
    }

    private boolean sells() {
        return isDone(till.api(), sale.path(), sale.body());
    }

    private boolean isApproved() {
        ObjectNode body = NodeApi.JSON.createObjectNode();
        body.put("approver", "Ann").put("reason", "an old disk was put back");
        String id = fork(headOffice()).orElseThrow().path("id").asText();
        return isDone(headOffice(), "/api/v1/forks/" + id + "/approve", body);
    }

    /** Nothing is left to decide, and what was sold meanwhile is at the gateway, once. */
    private boolean isTakenIn() {
        JsonNode receipts =
                scene.store().gatewayApi().get("/api/v1/days/" + scene.day() + "/receipts");
        long found =
                receipts.findValuesAsText("commandId").stream()
                        .filter(sale.commandId()::equals)
                        .count();
        if (found > 1) throw new HarmUncovered(what() + ": its branch was taken in twice");
        return found == 1
                && fork(scene.store().gatewayApi()).isEmpty()
                && till.status().unsent() == 0;
    }

    private boolean isDone(NodeApi node, String path, ObjectNode body) {
        try {
            return node.post(path, body).isDone();
        } catch (IOException e) {
            throw new LabFailed(node.name() + " did not answer", e);
        }
    }

    private NodeApi headOffice() {
        return new NodeApi(scene.laboratory().headOffice());
    }

    /** The till's fork, once what it has sold on its branch is shown. */
    private Optional<JsonNode> fork(NodeApi node) {
        return StreamSupport.stream(node.get("/api/v1/forks").spliterator(), false)
                .filter(this::isOurs)
                .filter(fork -> fork.path("there").path("receipts").asInt() > 0)
                .findFirst();
    }

    private boolean isOurs(JsonNode fork) {
        return fork.path("store").asText().equals(scene.store().name())
                && fork.path("device").asText().equals(till.origin().device());
    }
}
