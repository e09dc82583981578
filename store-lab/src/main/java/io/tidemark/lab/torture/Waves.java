package io.tidemark.lab.torture;

import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.shop.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Does harm to a store, ends it, waits until the store is over it, and begins again. */
final class Waves {
    private static final int BETWEEN_MILLIS = 300;

    private final Scene scene;
    private final Deck deck;
    private final Tally tally;
    private final ExecutorService threads;
    private final Consumer<String> progress;

    Waves(Scene scene, Deck deck, Tally tally, ExecutorService threads, Consumer<String> progress) {
        this.scene = scene;
        this.deck = deck;
        this.tally = tally;
        this.threads = threads;
        this.progress = progress;
    }

    /** And a little longer, for what did not bite and has not had its other chance. */
    void until(Instant end) {
        while (Instant.now().isBefore(end) || deck.isOwed()) {
            wave(deck.wave());
            Patience.pause(BETWEEN_MILLIS);
        }
    }

    private void wave(List<Drawn> wave) {
        List<CompletableFuture<Boolean>> bites = new ArrayList<>();
        for (Drawn drawn : wave)
            bites.add(CompletableFuture.supplyAsync(() -> bites(drawn), threads));
        List<Boolean> bit = bites.stream().map(one -> result("a harm to bite", one)).toList();
        for (int i = 0; i < wave.size(); i++) if (!bit.get(i)) deck.again(wave.get(i).kind());
        Instant healed = Instant.now();
        List<CompletableFuture<Void>> heals = new ArrayList<>();
        for (Drawn drawn : wave) heals.add(CompletableFuture.runAsync(drawn.harm()::heal, threads));
        heals.forEach(one -> result("a harm to end", one));
        revive();
        scene.awaitRecovery();
        if (wave.size() == 1 && bit.getFirst())
            tally.recovered(wave.getFirst().kind(), Duration.between(healed, Instant.now()));
    }

    private boolean bites(Drawn drawn) {
        progress.accept(drawn.harm().what());
        try {
            Optional<String> evidence = drawn.harm().bite();
            evidence.ifPresentOrElse(found -> tally.bit(drawn, found), () -> tally.missed(drawn));
            return evidence.isPresent();
        } catch (HarmUncovered e) {
            tally.uncovered(String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** No node may have ended by itself; one that has is started again, and the run has failed. */
    private void revive() {
        for (LabNode node : scene.nodes()) {
            if (node.isRunning()) continue;
            OptionalInt code = node.endsWithin(Duration.ZERO);
            tally.uncovered(node.name() + " ended by itself with " + code + "; see " + node.log());
            scene.start(node);
        }
    }

    private static <T> T result(String what, CompletableFuture<T> future) {
        return Patience.result(what, future);
    }
}
