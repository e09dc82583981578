package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.shop.Patience;
import io.tidemark.lab.shop.Scripted;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Begun at one till and, a while later, finished at the next one of the store; where that cannot
 * be, because that till does not reach the gateway or the gateway does not know of it yet, the one
 * that began it finishes it, again a while later. Each waits only for what is due before it, so
 * that no two tills wait for each other.
 */
final class Errand {
    private final Work work;
    private final Till beginner;
    private final CompletableFuture<JsonNode> begun = new CompletableFuture<>();
    private final CompletableFuture<Boolean> tried = new CompletableFuture<>();

    /** What there is to do. */
    interface Work {
        /** What is answered is what it is known by from then on. */
        Scripted begin();

        /** The first of these may be refused, and then nothing is done. */
        List<Scripted> finish(Words words, LocalDateTime at, JsonNode begun);
    }

    /** One of the two, and when it is its turn. */
    record Till(Words words, LocalDateTime at) {
        private Instant instant() {
            return words.instant(at);
        }
    }

    /**
     * @param beginner where it is begun, and when it would finish it
     */
    Errand(Work work, Till beginner) {
        this.work = work;
        this.beginner = beginner;
    }

    Act beginning() {
        Scripted step = work.begin();
        return new Turn(
                step.at(),
                step.kind().isReceipt() ? 2 : 1,
                cashier -> begun.complete(cashier.hear(step)));
    }

    /** At the next till of the store. */
    Act trying(Till elsewhere) {
        return new Turn(
                elsewhere.instant(), 0, cashier -> tried.complete(isFinished(cashier, elsewhere)));
    }

    /** Nobody else is to try. */
    Act finishing() {
        tried.complete(false);
        return finishingAfterAll();
    }

    /** Where the next till could not. */
    Act finishingAfterAll() {
        return new Turn(beginner.instant(), 0, this::finish);
    }

    private boolean isFinished(Cashier cashier, Till elsewhere) {
        if (!begun.isDone()) return false;
        List<Scripted> steps = work.finish(elsewhere.words(), elsewhere.at(), begun.join());
        if (!cashier.attempt(steps.getFirst())) return false;
        steps.stream().skip(1).forEach(cashier::say);
        return true;
    }

    private void finish(Cashier cashier) {
        if (cashier.await("the next till to have tried", tried)) return;
        List<Scripted> steps = work.finish(beginner.words(), beginner.at(), begun.join());
        Patience.until(
                cashier.till().name() + " to finish what it began",
                () -> cashier.attempt(steps.getFirst()));
        steps.stream().skip(1).forEach(cashier::say);
    }

    private interface Doing {
        void at(Cashier cashier);
    }

    private record Turn(Instant at, int receipts, Doing doing) implements Act {
        @Override
        public void perform(Cashier cashier) {
            doing.at(cashier);
        }
    }
}
