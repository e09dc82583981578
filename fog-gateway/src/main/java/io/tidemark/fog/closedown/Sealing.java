package io.tidemark.fog.closedown;

import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.telemetry.FleetReport;
import java.time.LocalDate;
import java.util.List;

/**
 * How far the independent recomputation of a close-down is.
 *
 * @param supplement 0 for the Z itself
 * @param read entries read again so far
 * @param entries to be read
 * @param isSent whether head office had it before it was looked at
 * @param differences what it found; empty unless {@link State#STOPPED}
 */
public record Sealing(
        LocalDate day,
        long zNumber,
        int supplement,
        State state,
        long read,
        long entries,
        boolean isSent,
        List<String> differences) {
    /** In the order in which a close-down goes through them. */
    public enum State {
        /** Others come first. */
        WAITING,
        /** The journals are read again. */
        READING,
        /** The journals' bytes gave the same close-down: it goes to head office. */
        AGREED,
        /** They did not, or could not be read: it does not go until they do. */
        STOPPED
    }

    public Sealing {
        differences = List.copyOf(differences);
    }

    /** As in {@code Z 12 of 2026-11-20, supplement 1}. */
    public String label() {
        return StoreDayClosed.label(zNumber, day, supplement);
    }

    /** Of one that differs: what becomes of it, as a sentence begins. */
    public String stopped() {
        return isSent ? "Head office has it already, and it differs" : "Not sent to head office";
    }

    /** As head office is told. */
    FleetReport.Differing told() {
        String first = differences.isEmpty() ? "" : differences.getFirst();
        String more = differences.size() > 1 ? ", and " + (differences.size() - 1) + " more" : "";
        int room = FleetReport.Differing.WORDS_MAX - more.length();
        String words = first.length() <= room ? first : first.substring(0, room - 1) + "…";
        return new FleetReport.Differing(day, zNumber, supplement, isSent, words + more);
    }

    /** 0 to 100, never 100 before it is done. */
    public int percent() {
        if (state == State.AGREED) return 100;
        return entries == 0 ? 0 : (int) Math.min(99, read * 100 / entries);
    }
}
