package io.tidemark.ledger.closedown;

import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Puts a store's day together from its devices'. Pure: same inputs, same bytes. */
public final class CloseDown {
    /**
     * Which rules this fold follows; it rises when they change, and old close-downs keep theirs.
     */
    public static final int RULES_VERSION = 4;

    /** From then on a journal that another goes on from is named where it ends short. */
    private static final int RULES_NAMING_ENDED = 2;

    private static final Comparator<DeviceDayFold> ORDER =
            Comparator.comparing((DeviceDayFold fold) -> fold.journal().node().device())
                    .thenComparingInt(fold -> fold.journal().epoch());

    private CloseDown() {}

    /**
     * The store Z of the day, or its next supplement where the history has the day already.
     *
     * @param devices one fold for every journal received, of the devices enrolled now and of those
     *     they replaced, in all their epochs, fed with the whole journal or at least told how it
     *     {@linkplain DeviceDayFold#begins begins}; each must have been made with {@link
     *     StoreHistory#takenUpTo} of this history
     * @param masterDataVersion the store's at the time of closing
     */
    public static StoreDayClosed fold(
            LocalDate day,
            StoreHistory history,
            List<DeviceDayFold> devices,
            long masterDataVersion) {
        return fold(new By(day, RULES_VERSION, masterDataVersion), history, devices);
    }

    /** The same again, by the rules of then. */
    public static StoreDayClosed again(
            StoreDayClosed signed, StoreHistory history, List<DeviceDayFold> devices) {
        return fold(
                new By(signed.day(), signed.rulesVersion(), signed.masterDataVersion()),
                history,
                devices);
    }

    private record By(LocalDate day, int rules, long masterData) {}

    private static StoreDayClosed fold(By by, StoreHistory history, List<DeviceDayFold> devices) {
        LocalDate day = by.day();
        List<DeviceDayFold> ordered = devices.stream().sorted(ORDER).toList();
        Workstations workstations = new Workstations(day, history, devices);
        List<TillDay> tills =
                ordered.stream().filter(workstations::hasPart).map(DeviceDayFold::result).toList();
        Totals totals =
                Totals.sum(history.currency(), tills.stream().map(TillDay::totals).toList());
        return new StoreDayClosed(
                day,
                history.zNumberFor(day),
                history.of(day).size(),
                by.rules(),
                by.masterData(),
                without(by, ordered, workstations),
                tills,
                totals,
                history.grand().and(totals));
    }

    private static List<MissingDevice> without(
            By by, List<DeviceDayFold> ordered, Workstations workstations) {
        Stream<MissingDevice> waitedFor =
                ordered.stream()
                        .filter(workstations::isWaitedFor)
                        .map(fold -> workstations.missing(fold.journal()));
        Stream<MissingDevice> ended =
                by.rules() < RULES_NAMING_ENDED ? Stream.of() : workstations.endingShort();
        return Stream.concat(waitedFor, ended)
                .distinct()
                .sorted(
                        Comparator.comparing(MissingDevice::device)
                                .thenComparingInt(MissingDevice::epoch))
                .toList();
    }
}
