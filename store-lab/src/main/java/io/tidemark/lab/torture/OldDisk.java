package io.tidemark.lab.torture;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.shop.LabFailed;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.NodeApi.Answer;
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
 * does itself. Done when everything is compared, because what a till sells from then on is a branch
 * of its own, for a person to decide about.
 */
final class OldDisk implements Harm {
    /** From the till's start, on a machine that does much else. */
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(30);

    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(30);
    private static final Duration SELLS_WITHIN = Duration.ofSeconds(20);

    private final Scene scene;
    private final LabTill till;
    private final Path copy;

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
                () -> isShown(scene.store().gatewayApi(), 1),
                "found, and what it sold since is not shown at the gateway");
        require(
                SHOWN_WITHIN,
                () -> isShown(new NodeApi(scene.laboratory().headOffice()), 1),
                "found, and what it sold since is not shown at head office");
        return Optional.of(
                stands
                        + ": the gateway raised FORKED, the till sold on, and both branches are shown"
                        + " there and at head office");
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
        // For a person to decide.
    }

    private boolean isAlerted() {
        return scene.store()
                .gatewayApi()
                .get("/api/v1/alerts")
                .findValuesAsText("kind")
                .contains("FORKED");
    }

    private boolean sells() {
        try {
            Scripted sale = new Baskets(new Random(0)).sale();
            Answer answer = till.api().post(sale.path(), sale.body());
            return answer.isDone();
        } catch (IOException e) {
            throw new LabFailed(till.name() + " did not answer", e);
        }
    }

    /** The fork, with at least so many receipts on the branch that was not taken. */
    private boolean isShown(NodeApi node, int receipts) {
        return StreamSupport.stream(node.get("/api/v1/forks").spliterator(), false)
                .filter(this::isOurs)
                .anyMatch(fork -> fork.path("there").path("receipts").asInt() >= receipts);
    }

    private boolean isOurs(JsonNode fork) {
        return fork.path("store").asText().equals(scene.store().name())
                && fork.path("device").asText().equals(till.origin().device());
    }
}
