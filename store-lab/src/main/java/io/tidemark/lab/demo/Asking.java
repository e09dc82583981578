package io.tidemark.lab.demo;

import io.tidemark.lab.process.NodeFailed;
import io.tidemark.lab.shop.LabFailed;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.NodeApi.Answer;
import io.tidemark.lab.shop.Patience;
import io.tidemark.lab.shop.Scripted;
import java.io.IOException;
import java.time.Duration;

/** Says a command to a device, with its id, until there is an answer. */
record Asking(LabTill till, Progress progress) {
    /** How long a till may fail to answer before the demo gives up. */
    private static final Duration SILENCE_MAX = Duration.ofMinutes(3);

    private static final long PAUSE_MILLIS = 50;
    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * @throws LabFailed if it is refused
     */
    Answer untilDone(Scripted step) {
        Answer answer = untilAnswered(step);
        if (answer.isDone()) return answer;
        String what = step.reference().isEmpty() ? "" : " of invoice " + step.reference();
        throw new LabFailed(
                till.name() + " refused " + step.path() + what + ": " + answer.problem());
    }

    /** Done, or refused for good. */
    Answer untilAnswered(Scripted step) {
        long until = System.nanoTime() + SILENCE_MAX.toNanos();
        while (System.nanoTime() < until) {
            try {
                Answer answer = till.api().post(step.path(), step.body());
                if (answer.status() < 500 && answer.status() != TOO_MANY_REQUESTS) return answer;
            } catch (IOException | NodeFailed unanswered) {
                progress.unanswered();
            }
            Patience.pause(PAUSE_MILLIS);
        }
        throw new LabFailed(
                till.name() + " has not answered for " + SILENCE_MAX.toMinutes() + " minutes");
    }
}
