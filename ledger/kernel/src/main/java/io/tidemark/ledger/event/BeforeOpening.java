package io.tidemark.ledger.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What was recorded at a workstation under the date of a day that was not open: people sign on
 * before they open it. It counts in that day like all that follows. Not safe for use by several
 * threads.
 */
public final class BeforeOpening {
    /** More comings and goings than anybody opens a day after. */
    private static final int SESSIONS_MAX = 1_000;

    private final List<OperatorSession> sessions = new ArrayList<>();
    private LocalDate date = LocalDate.MIN;

    public void add(LocalDate day, OperatorSession session) {
        if (!day.equals(date)) sessions.clear();
        date = day;
        if (sessions.size() < SESSIONS_MAX) sessions.add(session);
    }

    /** Another journal goes on from here, and does not know of it. */
    public void forget() {
        sessions.clear();
    }

    /** The day opens: what came before it, in order; from now on there is nothing. */
    public List<OperatorSession> take(LocalDate day) {
        List<OperatorSession> taken = day.equals(date) ? List.copyOf(sessions) : List.of();
        sessions.clear();
        return taken;
    }
}
