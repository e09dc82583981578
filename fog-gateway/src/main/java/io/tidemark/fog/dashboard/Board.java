package io.tidemark.fog.dashboard;

import io.tidemark.fog.closedown.Checklist;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The dashboard of one business day, in words and figures as they are shown. */
public record Board(
        Head head,
        List<Figure> figures,
        List<TillRow> tills,
        Optional<HourChart> chart,
        List<GoodsRow> goods,
        Closing closing,
        List<EarlierRow> earlier,
        List<AlertRow> alerts) {
    private static final String NOTHING_UNSENT = "0";

    /**
     * @param today whether the day shown is the current one
     */
    public record Head(
            String store, String label, String organisation, LocalDate day, boolean today) {
        public String dayInWords() {
            return Shown.day(day);
        }
    }

    /**
     * @param tone {@code good}, {@code warn}, {@code bad} or nothing
     */
    public record Figure(String label, String value, String note, String tone) {}

    /**
     * @param kind what it is and where: a till or a handheld, its workstation
     * @param well whether it is here, and what it sends is taken
     * @param page where it is shown by itself
     * @param unsent in figures, or in words where figures would not be true
     */
    public record TillRow(
            String device,
            String kind,
            boolean well,
            String state,
            String day,
            String receipts,
            String taken,
            String unsent,
            String marked,
            Optional<String> page) {
        public boolean isAllHere() {
            return unsent.equals(NOTHING_UNSENT);
        }
    }

    /** What came, went or was counted on the day besides sales, in one unit. */
    public record GoodsRow(String what, String lines, String quantity, String unit) {}

    /**
     * The close-down, step by step.
     *
     * @param isDay whether it is a day of the store at all
     * @param running for how long its close-down has been made; empty while none is
     * @param due by when it should be closed
     * @param blockers what stands in the way at the gateway itself
     */
    public record Closing(
            LocalDate day,
            boolean isDay,
            Checklist.State state,
            Optional<String> running,
            Due due,
            List<String> blockers,
            List<Step> steps,
            List<String> leaveOut,
            boolean canLeaveOut,
            List<Z> closed) {
        public String inWords() {
            if (!isDay) return "Nothing to close on this day";
            return closed.isEmpty() ? "Business day in progress" : "The store's day is closed";
        }
    }

    /**
     * @param tone {@code bad} where the time has passed
     */
    public record Due(String text, String tone) {}

    /** One device, and what it still lacks. */
    public record Step(String device, boolean done, String text, List<String> blockers) {}

    public record Z(
            String title,
            String status,
            boolean complete,
            String gross,
            String when,
            Optional<Check> check) {}

    /**
     * How far its second computation is, from the journals' bytes.
     *
     * @param percent 0 to 100
     * @param running whether it goes on
     * @param tone {@code good}, {@code bad} or nothing
     */
    public record Check(String text, int percent, boolean running, String tone) {}

    /**
     * A closed day beside others.
     *
     * @param change of what was taken, on the day a week before
     * @param mean of a receipt
     * @param took from the wish to close it until it was closed
     */
    public record EarlierRow(
            LocalDate day,
            String name,
            String gross,
            String change,
            String receipts,
            String mean,
            String closed,
            String took) {}

    /**
     * @param page where a person can see more of it
     */
    public record AlertRow(String subject, String text, String since, Optional<Link> page) {}

    public record Link(String address, String label) {}

    static Board of(StoreView view, LocalDate day) {
        return new BoardOfDay(view, day).board();
    }
}
