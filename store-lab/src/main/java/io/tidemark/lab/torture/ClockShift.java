package io.tidemark.lab.torture;

import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Patience;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * A node dies, and comes back with another time. It keeps that, unless certificates are not valid
 * then: until somebody sets its clock right it talks to nobody.
 */
record ClockShift(Scene scene, Tools tools, LabNode node, Duration shift) implements Harm {
    /** Certificates are valid from a day before they are made. */
    private static final Duration BEFORE_CERTIFICATES = Duration.ofDays(-1);

    private static final Duration SEEN_MIN = Duration.ofSeconds(30);
    private static final long SELLS_MILLIS = 1_500;

    @Override
    public String what() {
        return "the clock of " + node.name() + " shifted by " + shift;
    }

    @Override
    public Optional<String> bite() {
        scene.kill(node);
        node.environment(tools.clockShiftedBy(shift.toSeconds()));
        scene.start(node);
        String time = new NodeApi(node).get("/api/v1/status").path("time").asText();
        Patience.pause(SELLS_MILLIS);
        Duration ahead =
                Duration.between(scene.clock().now(), OffsetDateTime.parse(time).toInstant());
        boolean bit = ahead.minus(shift).abs().compareTo(SEEN_MIN) < 0;
        return bit ? Optional.of("it said that it was " + time) : Optional.empty();
    }

    @Override
    public void heal() {
        if (shift.compareTo(BEFORE_CERTIFICATES) > 0) return;
        scene.kill(node);
        node.environment(Map.of());
        scene.start(node);
    }
}
