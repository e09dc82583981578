package io.tidemark.lab.torture;

import io.tidemark.lab.process.LabNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A node is killed, and killed again while it starts, at another point each time. */
record KillStarting(Scene scene, LabNode node, Random random) implements Harm {
    private static final int STARTS_MAX = 2;
    private static final int STARTING_MILLIS = 2_500;

    @Override
    public String what() {
        return "kill -9 of " + node.name() + " while it starts";
    }

    @Override
    public Optional<String> bite() {
        scene.kill(node);
        List<String> after = new ArrayList<>();
        int starts = 1 + random.nextInt(STARTS_MAX);
        for (int i = 0; i < starts; i++) {
            Duration time = Duration.ofMillis(50 + random.nextInt(STARTING_MILLIS));
            if (node.startAndKillAfter(time)) after.add(time.toMillis() + " ms");
        }
        return after.isEmpty()
                ? Optional.empty()
                : Optional.of("killed " + String.join(" and ", after) + " after its start");
    }

    @Override
    public void heal() {
        scene.startIfDown(node);
    }
}
