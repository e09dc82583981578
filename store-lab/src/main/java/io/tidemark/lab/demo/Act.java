package io.tidemark.lab.demo;

import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Kind;
import java.time.Instant;
import java.util.List;

/** Something that somebody at a device does at its hour: one command, or a few in one go. */
interface Act {
    /** Laboratory time. */
    Instant at();

    void perform(Cashier cashier);

    /** How many receipts come of it, at whichever till. */
    default int receipts() {
        return 0;
    }

    /** Whether nothing may go wrong with the device any more once this begins. */
    default boolean isClosing() {
        return false;
    }

    /** What is said as it was planned. */
    record Saying(List<Scripted> steps) implements Act {
        public Saying {
            steps = List.copyOf(steps);
        }

        static Saying of(Scripted... steps) {
            return new Saying(List.of(steps));
        }

        @Override
        public Instant at() {
            return steps.getFirst().at();
        }

        @Override
        public void perform(Cashier cashier) {
            steps.forEach(cashier::say);
        }

        @Override
        public int receipts() {
            return (int) steps.stream().filter(step -> step.kind().isReceipt()).count();
        }

        @Override
        public boolean isClosing() {
            Kind kind = steps.getFirst().kind();
            return kind == Kind.COUNT || kind == Kind.CLOSE_DAY;
        }
    }
}
