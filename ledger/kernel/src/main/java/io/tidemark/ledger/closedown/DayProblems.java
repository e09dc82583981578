package io.tidemark.ledger.closedown;

import io.tidemark.ledger.closedown.DeviceDayFold.Problem;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.TillDayClosed;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one device's day, in the order of its entries. */
final class DayProblems {
    private final String device;
    private final List<Problem> found = new ArrayList<>();

    DayProblems(String device) {
        this.device = device;
    }

    void unknown(long sequence, int type) {
        found.add(new Problem.UnknownCritical(device, sequence, type));
    }

    void unreadable(long sequence, RuntimeException why) {
        found.add(new Problem.Unreadable(device, sequence, String.valueOf(why.getMessage())));
    }

    /**
     * A till Z, held against its entries.
     *
     * @param own what they come to
     */
    void compared(long sequence, TillDayClosed closed, Carried.Day own) {
        if (!closed.totals().equals(own.totals()))
            differs(
                    sequence,
                    closed.totals().gross() + " where its entries give " + own.totals().gross());
        else if (!closed.receipts().equals(own.receipts()))
            differs(sequence, "other receipts than its entries");
    }

    private void differs(long sequence, String why) {
        found.add(new Problem.TillZDiffers(device, sequence, why));
    }

    List<Problem> all() {
        return List.copyOf(found);
    }
}
