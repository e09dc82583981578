package io.tidemark.lab.torture;

import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.proxy.TcpProxy;
import io.tidemark.lab.shop.LabTill;
import java.time.Duration;
import java.util.Optional;

/** A till or the gateway dies when a batch is under way whose mark has not come back. */
record KillInSync(Scene scene, LabTill till, LabNode victim) implements Harm {
    /** More than a keep-alive of MQTT, less than any batch. */
    private static final long BATCH_BYTES_MIN = 200;

    /** A till that was cut off before waits up to five seconds before it calls again. */
    private static final Duration BATCH_SOON = Duration.ofSeconds(15);

    @Override
    public String what() {
        return "kill -9 of " + victim.name() + " with a batch of " + till.name() + " under way";
    }

    @Override
    public Optional<String> bite() {
        TcpProxy way = till.way();
        way.mute();
        long before = way.bytesUp();
        boolean sent = Scene.soon(BATCH_SOON, () -> way.bytesUp() - before >= BATCH_BYTES_MIN);
        long bytes = way.bytesUp() - before;
        scene.kill(victim);
        boolean killed = Kill.wasKilled(victim);
        // A cut, not a mere restore: marks that were held back must not get through after all.
        way.cut();
        way.restore();
        return sent && killed
                ? Optional.of(bytes + " bytes had gone up and nothing had come back")
                : Optional.empty();
    }

    @Override
    public void heal() {
        scene.startIfDown(victim);
    }
}
