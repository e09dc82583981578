package io.tidemark.lab.torture;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * A node's disk is filled by somebody else. A till then refuses before payment, and what is
 * recorded stays readable; a gateway takes no more batches, and says so.
 */
record FullDisk(Scene scene, LabNode node, SmallDisk disk, long bytesLeft, Random random)
        implements Harm {
    private static final int LASTS_MILLIS = 2_000;
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(8);

    @Override
    public String what() {
        return "the disk of " + node.name() + " filled up to " + (bytesLeft >> 10) + " KiB";
    }

    @Override
    public Optional<String> bite() {
        Optional<LabTill> device =
                scene.store().devices().stream().filter(one -> one.node() == node).findFirst();
        return device.isPresent() ? filledDevice(device.get()) : filledGateway();
    }

    private Optional<String> filledDevice(LabTill device) {
        return scene.seller(device).hasDrawer() ? filledTill(device) : filledHandheld(device);
    }

    private Optional<String> filledHandheld(LabTill handheld) {
        Seller keeper = scene.seller(handheld);
        long refused = keeper.refused();
        disk.fill(bytesLeft);
        if (!Scene.soon(NOTICED_WITHIN, () -> keeper.refused() > refused)) return Optional.empty();
        Patience.pause(random.nextInt(LASTS_MILLIS));
        return Optional.of("it was refused, and is recorded when there is room again");
    }

    private Optional<String> filledTill(LabTill till) {
        Seller seller = scene.seller(till);
        long refused = seller.refused();
        disk.fill(bytesLeft);
        if (!Scene.soon(NOTICED_WITHIN, () -> seller.refused() > refused)) return Optional.empty();
        JsonNode status = till.api().get("/api/v1/status");
        Patience.pause(random.nextInt(LASTS_MILLIS));
        long last = status.path("lastReceipt").asLong();
        JsonNode copy = till.api().get("/api/v1/receipts/" + last);
        return Optional.of(
                (seller.refused() - refused)
                        + " customers refused before they paid; receipt "
                        + copy.path("number").asLong()
                        + " still readable");
    }

    private Optional<String> filledGateway() {
        disk.fill(bytesLeft);
        NodeApi api = new NodeApi(node);
        boolean noticed =
                Scene.soon(
                        NOTICED_WITHIN,
                        () ->
                                api.get("/api/v1/alerts")
                                        .findValuesAsText("kind")
                                        .contains("NO_ROOM"));
        return noticed
                ? Optional.of("it raised the alert NO_ROOM and took no batches")
                : Optional.empty();
    }

    @Override
    public void heal() {
        disk.free();
        scene.startIfDown(node);
    }
}
