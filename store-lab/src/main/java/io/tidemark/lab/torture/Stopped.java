package io.tidemark.lab.torture;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.proxy.TcpProxy;
import io.tidemark.lab.shop.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** A node that others talk to is stopped cleanly, or killed, and stays away for a while. */
record Stopped(Scene scene, LabNode node, boolean cleanly, Random random) implements Harm {
    private static final int AWAY_MILLIS = 4_000;
    private static final Duration CALLED_WITHIN = Duration.ofSeconds(15);

    @Override
    public String what() {
        return node.name() + (cleanly ? " stopped" : " killed") + ", and away for a while";
    }

    @Override
    public Optional<String> bite() {
        long before = refused();
        if (cleanly) node.stop();
        scene.kill(node);
        Patience.pause(random.nextInt(AWAY_MILLIS));
        if (Scene.soon(CALLED_WITHIN, () -> refused() > before))
            return Optional.of((refused() - before) + " connections were refused meanwhile");
        return isMissed() ? Optional.of("its gateway said that it was gone") : Optional.empty();
    }

    @Override
    public void heal() {
        scene.startIfDown(node);
    }

    /** Between two questions nobody calls head office; nor does a gateway that is away itself. */
    private boolean isMissed() {
        if (node != scene.laboratory().headOffice()) return false;
        if (!scene.store().gateway().isRunning()) return false;
        JsonNode link = scene.store().gatewayApi().get("/api/v1/forwarding");
        return !link.path("online").asBoolean(true);
    }

    private long refused() {
        return scene.ways(node).stream().mapToLong(TcpProxy::refused).sum();
    }
}
