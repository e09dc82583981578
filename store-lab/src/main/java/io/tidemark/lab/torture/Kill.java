package io.tidemark.lab.torture;

import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.shop.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;

/** {@code kill -9} of one node or several at once. */
record Kill(Scene scene, List<LabNode> nodes, Random random) implements Harm {
    /** 128 + SIGKILL. */
    private static final int KILLED = 137;

    private static final int BEFORE_MILLIS = 600;
    private static final int DOWN_MILLIS = 1_500;

    Kill {
        nodes = List.copyOf(nodes);
    }

    @Override
    public String what() {
        return "kill -9 of " + nodes.stream().map(LabNode::name).collect(Collectors.joining(", "));
    }

    @Override
    public Optional<String> bite() {
        Patience.pause(random.nextInt(BEFORE_MILLIS));
        long unanswered = unanswered();
        nodes.forEach(scene::kill);
        boolean killed = nodes.stream().allMatch(Kill::wasKilled);
        Patience.pause(random.nextInt(DOWN_MILLIS));
        if (!killed) return Optional.empty();
        return Optional.of(
                "ended with "
                        + KILLED
                        + "; "
                        + (unanswered() - unanswered)
                        + " requests unanswered");
    }

    @Override
    public void heal() {
        nodes.forEach(scene::startIfDown);
    }

    static boolean wasKilled(LabNode node) {
        return node.endsWithin(Duration.ofSeconds(20)).equals(OptionalInt.of(KILLED));
    }

    private long unanswered() {
        return scene.sellers().stream().mapToLong(Seller::unanswered).sum();
    }
}
