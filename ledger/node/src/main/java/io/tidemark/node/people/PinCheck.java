package io.tidemark.node.people;

import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.ledger.masterdata.PinVerifier;
import io.tidemark.node.writer.NotNow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks PINs, as many at a time as leave the machine to those who sell. Any thread may ask. */
public final class PinCheck {
    private static final Logger LOG = LoggerFactory.getLogger(PinCheck.class);

    /** Each takes a processor for a third of a second. */
    private static final int AT_ONCE_MAX = 2;

    /** All numbers that nobody has wait together, so that there is an end to those remembered. */
    private static final String NOBODY = "";

    private final AttemptsFile file;
    private final PinAttempts attempts;
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);
    private final LongSupplier nanos;

    /**
     * @param file what is wrong is on disk before it is told
     * @param nanos of a clock that only goes forward
     */
    public PinCheck(AttemptsFile file, LongSupplier nanos) {
        this.file = file;
        this.attempts = new PinAttempts(file.read(), nanos.getAsLong());
        this.nanos = nanos;
    }

    /**
     * Whether this is them. No PIN at all is no attempt. It takes as long for a number that nobody
     * has.
     *
     * @param operators who there are, at least one
     * @throws NotNow after too many wrong ones, or while others are being checked
     */
    public boolean isRight(List<Operator> operators, Claim claim) {
        Optional<Operator> operator = Operator.find(operators, claim.number());
        if (claim.pin().isEmpty()) return false;
        String number = operator.map(Operator::number).orElse(NOBODY);
        requireNoPause(number);
        if (!places.tryAcquire())
            throw new NotNow(
                    "other PINs are being checked: try again in a moment", Duration.ofSeconds(1));
        try {
            boolean right = matches(operators, operator, claim);
            return told(number, right && operator.isPresent());
        } finally {
            places.release();
        }
    }

    private static boolean matches(
            List<Operator> operators, Optional<Operator> operator, Claim claim) {
        PinVerifier verifier = operator.orElseGet(operators::getFirst).pin();
        return verifier.matches(claim.pin().toCharArray());
    }

    private synchronized void requireNoPause(String number) {
        Duration pause = attempts.pause(number, nanos.getAsLong());
        if (!pause.isZero())
            throw new NotNow(
                    "too many wrong PINs: wait "
                            + (pause.toSeconds() + 1)
                            + " seconds, or let a colleague sign on",
                    pause.plusSeconds(1));
    }

    private synchronized boolean told(String number, boolean right) {
        if (right) {
            if (attempts.right(number)) file.write(attempts.kept());
        } else {
            Duration pause = attempts.wrong(number, nanos.getAsLong());
            file.write(attempts.kept());
            if (!pause.isZero())
                LOG.warn(
                        "{} wrong PINs or more in a row for operator '{}': no more are taken for {} s",
                        PinAttempts.FREE,
                        number,
                        pause.toSeconds());
        }
        return right;
    }
}
